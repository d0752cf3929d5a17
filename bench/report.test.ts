import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ratiosIn } from './compare-ratios';
import { PARTS } from './parts';
import { type Report, withFigures } from './report';

const docs = (name: string) => readFile(resolve(import.meta.dirname, '../docs', name), 'utf8');
const place = (name: string) => `<!-- figures: ${name} -->\nold\n<!-- end -->`;
const REPORT: Report = {
  machine: '2 × a processor',
  versions: { Node: 'v20', Postfix: 'not installed' },
  parts: [
    {
      name: 'list',
      title: 'List',
      measuredOn: '2026-11-26',
      commit: 'abc1234',
      figures: [
        { name: 'first | page', value: '50 ms', aim: '< 60 ms', met: true },
        { name: 'last page', value: '70 ms', aim: '< 60 ms', met: false },
        { name: 'other', value: '1 ms' },
      ],
    },
  ],
};

test('figures take the place of the old ones, the words around them stay', () => {
  const page = withFigures(`Before.\n\n${place('machine')}\n\n${place('list')}\n\nBehind.\n`, REPORT);
  expect(page).toMatch(/^Before\.\n/);
  expect(page).toMatch(/\nBehind\.\n$/);
  expect(page).not.toContain('old');
  expect(page).toContain('2 × a processor.');
  expect(page).toContain('`npm run bench -- list`, 2026-11-26, commit abc1234');
  expect(page).toContain(
    '| first \\| page | 50 ms | < 60 ms | met |\n| last page | 70 ms | < 60 ms | **missed** |',
  );
  expect(withFigures(page, REPORT)).toBe(page);
});

test('what was not measured is said to be skipped, and no old figure is left', () => {
  expect(withFigures(`${place('list')}\n${place('save')}`, REPORT)).toMatch(/save`: skipped\./);
});

test('figures without a place are not lost silently', () => {
  expect(() => withFigures(place('machine'), REPORT)).toThrow('no place for the figures of list');
});

test('docs/benchmarks.md shows what docs/benchmarks.json holds, and has a place for every part', async () => {
  const page = await docs('benchmarks.md');
  const report: Report = JSON.parse(await docs('benchmarks.json'));
  expect(withFigures(page, report)).toBe(page);
  for (const { name } of PARTS) expect(page).toContain(`<!-- figures: ${name} -->`);
});

test('every part that is compared has a ratio that was kept, or says what was skipped', async () => {
  const report: Report = JSON.parse(await docs('benchmarks.json'));
  const compared = new Set(PARTS.filter((part) => part.compared).map(({ name }) => name));
  for (const part of report.parts.filter(({ name }) => compared.has(name)))
    expect([part.name, ratiosIn([part]).length > 0 || part.figures.some(({ skipped }) => skipped)]).toEqual([
      part.name,
      true,
    ]);
});
