// The figures as docs keep them: docs/benchmarks.json holds them, and docs/benchmarks.md shows them between its own words. What was
// not measured this time is said to be skipped; an old figure never stands for a new one.
import type { Figure } from './figures';
import type { Machine } from './machine';

export type MeasuredPart = Readonly<{ name: string; title: string; figures: readonly Figure[] }>;
/** Each with its day and the commit that was measured. */
export type KeptPart = MeasuredPart & Readonly<{ measuredOn: string; commit: string }>;
export type Report = Machine & Readonly<{ parts: readonly KeptPart[] }>;

/** `<!-- figures: list -->` … `<!-- end -->`: what is between is written, the rest is kept. `machine` is a name too. */
const PLACE = /<!-- figures: ([a-z]+) -->\n[\s\S]*?<!-- end -->/g;

/** `page` with the tables of `report`. Throws where a part has no place in it, or a place no part. */
export function withFigures(page: string, report: Report): string {
  const places = [...page.matchAll(PLACE)].map(([, name]) => name);
  const homeless = report.parts.find(({ name }) => !places.includes(name));
  if (homeless) throw new Error(`docs/benchmarks.md has no place for the figures of ${homeless.name}.`);
  return page.replaceAll(PLACE, (_, name: string) => {
    const text = name === 'machine' ? aboutMachine(report) : tableOf(name, report);
    return `<!-- figures: ${name} -->\n\n${text}\n\n<!-- end -->`;
  });
}

const aboutMachine = ({ machine, versions }: Report): string =>
  [
    `${machine}.`,
    `${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ].join('  \n');

function tableOf(name: string, { parts }: Report): string {
  const part = parts.find((one) => one.name === name);
  if (!part) return `\`npm run bench -- ${name}\`: skipped.`;
  const rows = part.figures.map(
    ({ name: what, value, aim = '', met }) =>
      `| ${cell(what)} | ${cell(value)} | ${cell(aim)} | ${met === undefined ? '' : met ? 'met' : '**missed**'} |`,
  );
  const { measuredOn, commit } = part;
  return [
    `\`npm run bench -- ${name}\`, ${measuredOn}, commit ${commit}`,
    '',
    '| what | seen | aim | |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const cell = (text: string): string => text.trim().replaceAll('|', '\\|');
