import { expect, it, test } from 'vitest';
import { readDocuments } from './json-documents';

const valuesIn = (text: string) => {
  const read = readDocuments(text);
  return read.ok ? read.documents.map(({ value }) => value) : read.refusal;
};

test.each<[string, string, unknown]>([
  ['one document', '{"a": 1}', [{ a: 1 }]],
  ['a byte order mark before it', '\ufeff[]', [[]]],
  ['two, one behind the other', '[1]\r\n{"a":2}', [[1], { a: 2 }]],
  ['two without anything between', '{}{}', [{}, {}]],
  ['nothing at all', ' \r\n', []],
])('%s', (_, text, expected) => expect(valuesIn(text)).toEqual(expected));

test.each<[string, string, unknown]>([
  ['a comma too many', '[\n  {"a": 1},\n]', { code: 'notJson', line: 3, column: 1, near: ']' }],
  ['half a file', '[{"DomainName": "contoso.com",', { code: 'notJson', line: 1, column: 31, near: '' }],
  ['what PowerShell prints around it', '[]\nPS C:\\> exit', { code: 'notJson', line: 2, column: 1 }],
  ['a warning before it', 'WARNING: slow\n[]', { code: 'notJson', line: 1, column: 1 }],
  ['a comment', '// mine\n[]', { code: 'notJson', line: 1, column: 1 }],
  ['XML', '<Objs Version="1.1">', { code: 'notJson', line: 1, column: 1, near: '<Objs Version="1.1">' }],
  ['a text with a line break in it', '["a\nb"]', { code: 'notJson', line: 1, column: 2 }],
  ['a zip archive', 'PK\u0003\u0004\0\0', { code: 'notText' }],
])('%s is refused with its place', (_, text, expected) =>
  expect(valuesIn(text)).toMatchObject(expected as object),
);

it('tells the place in a document behind another', () => {
  expect(valuesIn('{"a": 1}\n\n  {"b": x}')).toMatchObject({ line: 3, column: 9, near: 'x}' });
  expect(valuesIn('{} {"b": x}')).toMatchObject({ line: 1, column: 10 });
});

it('knows the line of each record', () => {
  const read = readDocuments('[\n {"Name": "a"},\n\n {"Name": "b"}]\n{"x": {"value": [\n{"Name": "c"}]}}');
  if (!read.ok) throw new Error('not read');
  const [list, wrapped] = read.documents;
  expect([
    list?.lineOf([0]),
    list?.lineOf([1]),
    wrapped?.lineOf([]),
    wrapped?.lineOf(['x', 'value', 0]),
  ]).toEqual([2, 4, 5, 6]);
});

it('takes nesting as deep as anybody asks for, and not without end', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(readDocuments(nested(64)).ok).toBe(true);
  expect(valuesIn(nested(65))).toMatchObject({ code: 'tooDeep', line: 1, column: 65 });
  expect(valuesIn('['.repeat(1_000_000))).toMatchObject({ code: 'tooDeep' });
  expect(valuesIn('{"a":'.repeat(1_000_000))).toMatchObject({ code: 'tooDeep' });
});

it('leaves __proto__ a name like any other', () => {
  const read = valuesIn('{"__proto__": {"ok": true}}') as object[];
  expect(Object.keys(read[0] ?? {})).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).ok).toBeUndefined();
});

it('refuses megabytes that go wrong at their end, and more than 20 of them at once', () => {
  const record = '{"Name": "a", "SmartHosts": ["relay.contoso.com"]},\n';
  const text = `[${record.repeat(50_000)}`;
  const began = process.cpuUsage();
  expect(valuesIn(text)).toMatchObject({ code: 'notJson', line: 50_001 });
  expect(valuesIn('x'.repeat(21 * 1_024 * 1_024))).toEqual({ code: 'tooLarge' });
  const { user } = process.cpuUsage(began);
  expect(user / 1_000).toBeLessThan(5_000);
});
