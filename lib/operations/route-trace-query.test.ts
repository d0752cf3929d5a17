import { expect, test } from 'vitest';
import { NO_QUESTION, readRouteQuestion, readTraceMode, routeQuestionQuery } from './route-trace-query';

/** As Next.js hands a page its query. */
const parsed = (text: string) => {
  const params = new URLSearchParams(text);
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));
};

test.each([
  [NO_QUESTION, ''],
  [
    { ...NO_QUESTION, recipients: ['ada@contoso.com', 'hal@sales.contoso.com'] },
    '?to=ada@contoso.com&to=hal@sales.contoso.com',
  ],
  [
    {
      recipients: ['"a&b"@contoso.com', 'jürgen@münchen.de'],
      sender: '<>',
      headers: ['X-Route: partner', 'Subject: a+b = c'],
      size: '2,5',
      whatIf: { change: 'publish', connectorId: '0192-aa' },
    },
    undefined,
  ],
] as const)('a link reads back as what it was made of: %j', (question, query) => {
  const written = routeQuestionQuery(question);
  if (query !== undefined) expect(written).toBe(query);
  expect(readRouteQuestion(parsed(written))).toEqual(question);
});

test('a hand-made link opens, and what is too much or no question is left out', () => {
  const many = Array.from({ length: 1_200 }, (_, at) => `a${at}@contoso.com`);
  const read = readRouteQuestion({
    to: [...many, ' '],
    from: ['x'.repeat(5_000), 'y'],
    whatif: 'delete:1',
    header: undefined,
  });
  expect(read.recipients).toHaveLength(1_000);
  expect(read.sender).toHaveLength(1_000);
  expect(read.whatIf).toBeUndefined();
  expect(readRouteQuestion({ whatif: 'turnOff:' }).whatIf).toBeUndefined();
  expect(readTraceMode({ mode: 'sideways' })).toBe('outbound');
  expect(readTraceMode({ mode: 'list' })).toBe('list');
});
