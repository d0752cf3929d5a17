// How many tests passed, failed and were skipped; reads the JSON reports of vitest and Playwright.
import { readFile } from 'node:fs/promises';

/** `flaky`: those among the passed that failed first and passed at their second try. */
export type Tally = Readonly<{ passed: number; failed: number; skipped: number; flaky: number }>;

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

export const sum = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  flaky: a.flaky + b.flaky,
});

/** A stage that is one check: it holds or it doesn't. */
export const one = (holds: boolean): Tally => ({ ...NOTHING, [holds ? 'passed' : 'failed']: 1 });

/** The line that a whole run ends with. */
export const tallyLine = ({ passed, failed, skipped, flaky }: Tally): string =>
  [
    `${passed} passed${flaky > 0 ? ` (${flaky} only at the second try)` : ''}`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');

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
  flaky: 0,
});

export const fromPlaywright = ({ stats }: PlaywrightReport): Tally => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
  flaky: stats.flaky,
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
