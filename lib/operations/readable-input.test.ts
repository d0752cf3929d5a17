import { expect, it } from 'vitest';
import { isReadable } from './readable-input';

it.each([
  ['nothing', undefined],
  ['a form', { name: "O'Brien\r\n<b>", hosts: ['ｍａｉｌ', '👩‍👩‍👧'], on: true, size: 1.5, note: null }],
  ['a number that JSON does not have', { size: 10n }],
])('%s is read', (_, input) => {
  expect(isReadable(input)).toBe(true);
});

it.each([
  ['NUL in an id', { connectorId: 'a\0b' }],
  ['NUL in a key', { json: { 'a\0b': 1 } }],
  ['half a character in a list', { ids: ['a', ['\ud83d']] }],
  ['an input without end', JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
])('%s is not', (_, input) => {
  expect(isReadable(input)).toBe(false);
});
