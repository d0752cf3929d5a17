import { expect, test } from 'vitest';
import { readTraceMessage } from './trace-message';

const typed = { recipients: ['ada@contoso.com'], sender: '', headers: [], size: '' };

test('what was left empty is not known', () => {
  expect(readTraceMessage(typed)).toEqual({ message: { recipients: ['ada@contoso.com'] }, problems: [] });
});

test('the empty sender of bounces is a sender', () => {
  expect(readTraceMessage({ ...typed, sender: '<>' }).message.sender).toBe('<>');
});

test.each([
  ['25', 26_214_400],
  ['0,5', 524_288],
  [' 1.25 ', 1_310_720],
])('%s MB', (size, bytes) => {
  expect(readTraceMessage({ ...typed, size })).toMatchObject({ message: { bytes }, problems: [] });
});

test.each(['much', '-1', '1e3', '99999', '1.2.3'])('%s is no size', (size) => {
  const { message, problems } = readTraceMessage({ ...typed, size });
  expect(message).not.toHaveProperty('bytes');
  expect(problems).toEqual([{ field: 'size' }]);
});

test('a line that is no header is told by its number, the others count', () => {
  const headers = ['X-Route: partner', 'no colon here', 'Subject:  Offer: 5 % off ', ': nameless'];
  expect(readTraceMessage({ ...typed, headers })).toMatchObject({
    message: {
      headers: [
        { name: 'X-Route', value: 'partner' },
        { name: 'Subject', value: 'Offer: 5 % off' },
      ],
    },
    problems: [
      { field: 'headers', line: 2 },
      { field: 'headers', line: 4 },
    ],
  });
});
