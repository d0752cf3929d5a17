import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromPlaywright, fromVitest, one, sum, tallyLine, tallyOf } from './tally';

const folder = await mkdtemp(join(tmpdir(), 'mailspan-tally-'));
afterAll(() => rm(folder, { recursive: true }));
const written = async (report: object): Promise<string> => {
  const file = join(folder, `${Math.random()}.json`);
  await writeFile(file, JSON.stringify(report));
  return file;
};
const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } };

test('all stages add up to one line', async () => {
  const unit = await tallyOf(await written(vitest), fromVitest, 0);
  const e2e = await tallyOf(await written(playwright), fromPlaywright, 1);
  expect(tallyLine([unit, e2e, one(false)].reduce(sum))).toBe(
    '9 passed (1 only at the second try), 2 failed, 1 skipped',
  );
});

test('nothing skipped is not mentioned', () => {
  expect(tallyLine(one(true))).toBe('1 passed, 0 failed');
});

test('a runner that fails without naming a test is one failure', async () => {
  expect(await tallyOf(await written(vitest), fromVitest, 1)).toMatchObject({ passed: 5, failed: 1 });
});

test('a runner that leaves no report is one failure', async () => {
  expect(await tallyOf(join(folder, 'none.json'), fromVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that ran nothing is one failure', async () => {
  const nothing = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  expect(await tallyOf(await written(nothing), fromVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
});
