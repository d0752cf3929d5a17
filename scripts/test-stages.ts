// The stages of `npm test`, in order, each shown as it runs, and the sum at the end.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { buildConsole } from './build-console';
import { endWithChildren, exitOf, startChild } from './children';
import { explain } from './explain-error.mjs';
import { findBrowser } from './find-browser';
import { generateClients } from './generate';
import { step } from './steps.mjs';
import { fromPlaywright, fromVitest, NOTHING, one, sum, type Tally, tallyLine, tallyOf } from './tally';

const REPORTS = '.cache/reports';
const NEXT = 'node_modules/next/dist/bin/next';

const node = (args: readonly string[], env: Record<string, string> = {}): Promise<number> =>
  exitOf(startChild(args, { env: { NEXT_TELEMETRY_DISABLED: '1', ...env } }));

type Stage = (rest: readonly string[]) => Promise<Tally>;

const STAGES: Readonly<Record<string, Stage>> = {
  types: async () => {
    if (existsSync('next.config.ts') && (await node([NEXT, 'typegen'])) !== 0) return one(false);
    return one((await node(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])) === 0);
  },
  lint: async () => one((await node(['node_modules/@biomejs/biome/bin/biome', 'check'])) === 0),
  unit: async (rest) => {
    const report = `${REPORTS}/vitest.json`;
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...rest]);
    return tallyOf(report, fromVitest, code);
  },
  build: async () => one(await held(step('Build', buildConsole))),
  e2e: async (rest) => {
    const report = `${REPORTS}/playwright.json`;
    if (!(await held(buildConsole()))) return one(false);
    const browser = await findBrowser();
    if (!browser) return one(false);
    const code = await node(['node_modules/@playwright/test/cli.js', 'test', ...rest], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      MAILSPAN_CHROMIUM: browser.executablePath ?? '',
    });
    return tallyOf(report, fromPlaywright, code);
  },
};

/**
 * Runs every stage, or the one that `args` names with the rest handed to its runner, goes on after a failure, and
 * prints `N passed, N failed` as the last line. Answers the exit code.
 */
export async function runTests(args: readonly string[]): Promise<number> {
  const [only, ...rest] = args;
  const chosen =
    only === undefined ? Object.entries(STAGES) : Object.entries(STAGES).filter(([name]) => name === only);
  if (chosen.length === 0) {
    console.error(`There is no stage ${only}; there are ${Object.keys(STAGES).join(', ')}.`);
    return 1;
  }
  endWithChildren(1);
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  await generateClients((line) => console.log(line));
  let total = NOTHING;
  for (const [name, stage] of chosen) {
    console.log(`\n── ${name}`);
    const tally = await stage(rest);
    console.log(`── ${name}: ${tallyLine(tally)}`);
    total = sum(total, tally);
  }
  console.log(`\n${tallyLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/** True where `work` succeeds; else its error is told. */
async function held(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    explain(error);
    return false;
  }
}
