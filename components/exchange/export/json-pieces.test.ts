import { expect, test } from 'vitest';
import { jsonPieces } from './json-pieces';

const LINES = [
  '{',
  '  "name": "To \\"HQ\\": 7 \\\\",',
  '  "priority": -1.5e3, "on": true, "id": null,',
  '  "empty": "", "list": ["a", "b"]',
  'not JSON at all " 7',
];

test.each(LINES)('no letter is lost or moved: %s', (line) => {
  expect(
    jsonPieces(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});

test('names, texts, numbers and words are told apart', () => {
  const told = jsonPieces('"a": "b: 1", "n": -2, "t": false').filter(({ kind }) => kind !== 'plain');
  expect(told).toEqual([
    { kind: 'parameter', text: '"a"' },
    { kind: 'string', text: '"b: 1"' },
    { kind: 'parameter', text: '"n"' },
    { kind: 'number', text: '-2' },
    { kind: 'parameter', text: '"t"' },
    { kind: 'variable', text: 'false' },
  ]);
});
