// How many tests passed, failed and were skipped; reads the JSON reports of vitest and Playwright.
import { readFile } from 'node:fs/promises';

export type Tally = Readonly<{ passed: number; failed: number; skipped: number }>;

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export const sum = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A stage that is one check: it holds or it doesn't. */
export const one = (holds: boolean): Tally => ({ ...NOTHING, [holds ? 'passed' : 'failed']: 1 });

/** The line that a whole run ends with. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

export const fromVitest = (report: VitestReport): Tally => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** A test that passed at a second try has failed once: flaky counts as failed. */
export const fromPlaywright = ({ stats }: PlaywrightReport): Tally => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

/**
 * The tally of a report file; a runner that ended badly without naming a failed test (a file that does not load, a
 * server that does not start, no report at all) counts as one failed test, never as none.
 */
export async function tallyOf<Report>(
  file: string,
  read: (report: Report) => Tally,
  exitCode: number,
): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const tally = text === undefined ? NOTHING : read(JSON.parse(text) as Report);
  const ran = tally.passed + tally.failed > 0;
  return tally.failed === 0 && (exitCode !== 0 || !ran) ? { ...tally, failed: 1 } : tally;
}
