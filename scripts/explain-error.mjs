// What a person at the terminal reads when a start fails, and the exit code. Plain JavaScript: packages may be missing.

/** "The configuration is wrong" in sysexits.h. */
const EX_CONFIG = 78;

/**
 * Prints why the start ended; answers the exit code. Expected trouble is its own words, a bug keeps its stack.
 * @param {unknown} error
 */
export function explain(error) {
  const wrongSetting = error instanceof Error && 'variable' in error;
  const expected = error instanceof Error && error.name === 'StepError';
  console.error(wrongSetting || expected ? error.message : error);
  return wrongSetting ? EX_CONFIG : 1;
}
