import { expect, test } from 'vitest';
import { queueIdOf } from './queue-id';

test.each([
  ['Postfix', '2.0.0 Ok: queued as 9C1F2A3B4C', '9C1F2A3B4C'],
  ['Postfix with long ids', '2.0.0 Ok: queued as 4XyzAB12z4z1Abc', '4XyzAB12z4z1Abc'],
  [
    'Postfix behind a content filter',
    '2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 9C1F2',
    '9C1F2',
  ],
  ['Exim', 'OK id=1rABcd-000123-4X', '1rABcd-000123-4X'],
  ['Exim 4.97 and later', 'OK id=1tBcdE-00000000Abc-1a2B', '1tBcdE-00000000Abc-1a2B'],
  [
    'Exchange',
    '2.6.0 <a@b.test> [InternalId=91212385157121, Hostname=EX01.contoso.com] 1814 bytes in 0.118, 14.9 KB/sec Queued mail for delivery',
    '91212385157121, Hostname=EX01.contoso.com',
  ],
  ['Exchange 2010', '2.6.0 <a@b.test> [InternalId=4711] Queued mail for delivery', '4711'],
  ['Sendmail', '2.0.0 4AKJ1234012345 Message accepted for delivery', '4AKJ1234012345'],
  ['OpenSMTPD', '2.0.0 1a2b3c4d Message accepted for delivery', '1a2b3c4d'],
  ['qmail', 'ok 1700000000 qp 12345', '12345'],
  ['Stalwart', '2.0.0 Message queued with id 20bb42d1f.', '20bb42d1f'],
  ['Haraka', 'Message Queued (8E9A1C5F-1B2C-4D.1)', '8E9A1C5F-1B2C-4D.1'],
  ['Cisco Secure Email', 'ok:  Message 12345 accepted', '12345'],
  ['Google', '2.0.0 OK  1700000000 a1-20020a05.123 - gsmtp', 'a1-20020a05.123'],
  ['hMailServer, which gives none', 'Queued (0.016 seconds)', undefined],
  ['Domino, which gives none', 'Message accepted for delivery', undefined],
  ['the demo', '2.0.0 Ok: queued', undefined],
  ['words alone', '2.0.0 Your wonderful Message accepted for delivery', undefined],
  ['nothing', '', undefined],
])('%s: %s', (_server, line, id) => {
  expect(queueIdOf({ code: 250, lines: [line] })).toBe(id);
});

test('an id without end is cut', () => {
  expect(queueIdOf({ code: 250, lines: [`queued as ${'A'.repeat(900)}`] })).toHaveLength(120);
});
