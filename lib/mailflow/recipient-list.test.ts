import { expect, test } from 'vitest';
import { splitRecipients } from './recipient-list';

test.each([
  [
    'lines',
    'ada@contoso.com\nhal@contoso.com\r\n\r\n grace@contoso.com ',
    ['ada@contoso.com', 'hal@contoso.com', 'grace@contoso.com'],
  ],
  [
    'commas, semicolons and tabs',
    'a@x.com, b@x.com;c@x.com\td@x.com',
    ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com'],
  ],
  [
    "Outlook's own spelling",
    'Admin, Ada <ada@contoso.com>; Hal <hal@contoso.com>',
    ['Admin, Ada <ada@contoso.com>', 'Hal <hal@contoso.com>'],
  ],
  [
    'a name in quotes',
    '"Admin, Ada" <ada@contoso.com>, hal@contoso.com',
    ['"Admin, Ada" <ada@contoso.com>', 'hal@contoso.com'],
  ],
  [
    'a source route',
    '<@relay.com,@other.com:ada@contoso.com>;hal@contoso.com',
    ['<@relay.com,@other.com:ada@contoso.com>', 'hal@contoso.com'],
  ],
  [
    'a quoted local part',
    '"a;b"@contoso.com;"c\\"d,e"@contoso.com',
    ['"a;b"@contoso.com', '"c\\"d,e"@contoso.com'],
  ],
  [
    'a quote that is never closed',
    '"ada@contoso.com, hal@contoso.com\ngrace@contoso.com',
    ['"ada@contoso.com', 'hal@contoso.com', 'grace@contoso.com'],
  ],
  ['repeated ones', 'a@x.com\na@x.com', ['a@x.com', 'a@x.com']],
  ['nothing', ' \n ,; ', []],
])('%s', (_, text, addresses) => {
  expect(splitRecipients(text)).toEqual(addresses);
});

test('a megabyte of quotes takes no time', () => {
  const started = performance.now();
  splitRecipients('"<,'.repeat(350_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
