// npm run bench [-- --cold] [-- <part> …]: the measurements, all or those named; --write (npm run bench:all) keeps them in
// docs/benchmarks.json and docs/benchmarks.md, --check (npm run bench:check) compares the ratios of some with those kept.
// Loopback only; leaves nothing behind. Ends with 1 where a ratio got worse, with 75 where none could be compared.
import { readFile, writeFile } from 'node:fs/promises';
import { generateClients } from '../scripts/generate';
import { bestOf, comparedLine, compareRatios, ratiosIn } from './compare-ratios';
import { print } from './figures';
import { thisMachine } from './machine';
import { PARTS, type Part } from './parts';
import { type KeptPart, type MeasuredPart, type Report, withFigures } from './report';
import { openScene } from './scene';

const KEPT = 'docs/benchmarks.json';
const PAGE = 'docs/benchmarks.md';
const NOTHING_COMPARED = 75;

process.chdir(new URL('..', import.meta.url).pathname);
const has = (option: string): boolean => process.argv.includes(option);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.find((name) => !PARTS.some((part) => part.name === name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}; there are ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(64);
}
const wanted = PARTS.filter(({ name, compared, onRequest }) => {
  if (named.length > 0) return named.includes(name);
  return has('--check') ? compared : !onRequest || has('--cold');
});
const { machine, versions } = thisMachine();
console.log(`${machine}, Node ${versions.Node}`);
await generateClients(console.log);
if (has('--check')) process.exitCode = await check(wanted);
else {
  const parts = await measure(wanted);
  if (has('--write')) await keep(parts);
}

async function measure(some: readonly Part[]): Promise<MeasuredPart[]> {
  const scene = openScene();
  const measured: MeasuredPart[] = [];
  try {
    for (const { name, title, run } of some) {
      const figures = await run(scene);
      print(title, figures);
      measured.push({ name, title, figures });
    }
  } finally {
    await scene.close();
  }
  return measured;
}

/** What was not named keeps its figures and their day; after a whole run, what was not measured has none. */
async function keep(parts: readonly MeasuredPart[]): Promise<void> {
  const measuredOn = new Date().toISOString().slice(0, 10);
  const { commit, ...about } = thisMachine();
  const fresh = parts.map((part): KeptPart => ({ ...part, measuredOn, commit }));
  const before = named.length > 0 ? await readKept() : [];
  const newest = (name: string) => [...fresh, ...before].find((part) => part.name === name) ?? [];
  const report: Report = { ...about, parts: PARTS.flatMap(({ name }) => newest(name)) };
  const page = withFigures(await readFile(PAGE, 'utf8'), report);
  await writeFile(KEPT, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(PAGE, page);
  console.log(`\nWritten to ${KEPT} and ${PAGE}.`);
}

async function readKept(): Promise<readonly KeptPart[]> {
  const report: Report = JSON.parse(await readFile(KEPT, 'utf8'));
  return report.parts;
}

async function check(some: readonly Part[]): Promise<number> {
  const committed = ratiosIn(
    (await readKept()).filter(({ name }) => some.some((part) => part.name === name)),
  );
  let now = ratiosIn(await measure(some));
  const isWorse = (): boolean => compareRatios(committed, now).some(({ verdict }) => verdict === 'worse');
  if (isWorse()) {
    console.log('\nSomething is worse: measured once more, and the better of both counts.');
    now = bestOf(now, ratiosIn(await measure(some)));
  }
  console.log('\nRatios, beside those that are kept:');
  const rows = compareRatios(committed, now);
  for (const row of rows) console.log(comparedLine(row));
  if (rows.every(({ verdict }) => verdict === 'skipped')) return NOTHING_COMPARED;
  return isWorse() ? 1 : 0;
}
