// The short lines that tell a person at the terminal what is going on. Plain JavaScript: it runs before packages exist.

const seconds = (ms) =>
  ms < 950 ? `${Math.max(1, Math.round(ms / 10) * 10)} ms` : `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs `work` between a line that says it began and one that says how it ended: `✓ Dependencies (12.0 s)`.
 * Says nothing where `work` answers false: there was nothing to do. A failure is thrown on.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const live = process.stdout.isTTY === true;
  const beganAt = performance.now();
  // Quick work is not announced: a warm start shows its result only.
  const announce = setTimeout(() => process.stdout.write(live ? `… ${name}` : `… ${name}\n`), 700);
  const clear = () => {
    clearTimeout(announce);
    if (live) process.stdout.write('\r\x1b[K');
  };
  try {
    const result = await work();
    clear();
    if (result !== false) console.log(`✓ ${name} (${seconds(performance.now() - beganAt)})`);
    return result;
  } catch (error) {
    clear();
    console.log(`✗ ${name} (${seconds(performance.now() - beganAt)})`);
    throw error;
  }
}
