import { expect, test } from 'vitest';
import { type ExportQuestion, exportQuery, readExportQuestion, WHOLE_EXPORT } from './export-query';

const read = (query: string) => {
  const found = new URLSearchParams(query);
  return readExportQuestion(Object.fromEntries([...found.keys()].map((key) => [key, found.getAll(key)])));
};

test.each<ExportQuestion>([
  WHOLE_EXPORT,
  { ...WHOLE_EXPORT, format: 'json' },
  { ...WHOLE_EXPORT, format: 'exchangeServer', connectorIds: ['a', 'b&c'] },
  { ...WHOLE_EXPORT, form: 'change', reverse: true, connectorIds: ['a'] },
])('a link opens what it was made of: %j', (question) => {
  expect(read(exportQuery(question))).toEqual(question);
});

test('a whole export needs no query', () => {
  expect(exportQuery(WHOLE_EXPORT)).toBe('');
});

test.each([
  ['form=never&format=yaml', WHOLE_EXPORT],
  ['form=change&format=json', { ...WHOLE_EXPORT, form: 'change' }],
  ['reverse=1', WHOLE_EXPORT],
  ['connector=&connector=a&connector=a', { ...WHOLE_EXPORT, connectorIds: ['a'] }],
])('a link made by hand still opens: ?%s', (query, question) => {
  expect(read(query)).toEqual(question);
});
