import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseHeaders, type HeaderAnalysis } from './analyse-headers';
import { CONTESTED } from './corpus-for-tests/contested-for-tests';
import { INTO_OFFICE_365 } from './corpus-for-tests/into-office-365-for-tests';
import { MANGLED } from './corpus-for-tests/mangled-for-tests';
import { OUT_OF_OFFICE_365 } from './corpus-for-tests/out-of-office-365-for-tests';
import { MESSAGE } from './corpus-for-tests/sample-for-tests';
import type { Hop, HopDelay } from './hop';
import { HOPS_MAX } from './hop';

const CORPUS = [...INTO_OFFICE_365, ...OUT_OF_OFFICE_365, ...MANGLED, ...CONTESTED];

const delayText = (delay: HopDelay): string => {
  if (delay.kind === 'took' || delay.kind === 'skew')
    return `${delay.kind === 'took' ? '+' : '-'}${delay.ms / 1_000}s`;
  return delay.kind === 'first' ? 'first' : '?';
};
const tlsText = ({ tls }: Hop): string =>
  tls.state === 'encrypted' && tls.version !== undefined ? `TLS ${tls.version}` : tls.state;

const pathOf = ({ hops }: HeaderAnalysis): string[] =>
  hops.map((hop) => {
    const client = `${hop.from.helo ?? '-'} ${hop.from.address ?? '-'}`;
    return `${client} > ${hop.by.name ?? hop.by.address ?? '-'} ${hop.trust} ${tlsText(hop)} ${delayText(hop.delay)}`;
  });

const countingResults = ({ authentication }: HeaderAnalysis): string[] =>
  authentication
    .filter(({ standing }) => standing === 'vouched')
    .flatMap(({ results }) => results.map(({ method, result }) => `${method}=${result}`));

describe.each([
  ['into Office 365', INTO_OFFICE_365],
  ['out of Office 365', OUT_OF_OFFICE_365],
  ['mangled', MANGLED],
  ['contested', CONTESTED],
] as const)('%s', (_, samples) => {
  test.each(samples)('$name', ({ text, path, findings, authentication = [] }) => {
    const analysis = analyseHeaders(text);
    expect(pathOf(analysis)).toEqual(path);
    expect(analysis.findings.map(({ code }) => code)).toEqual(findings);
    expect(countingResults(analysis)).toEqual(authentication);
  });
});

test('the corpus is as large as it should be', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
});

test('10,000 Received fields: the newest are kept, and their number is told', () => {
  const received = Array.from(
    { length: 10_000 },
    (_, at) =>
      `Received: from a${at} (a${at} [10.0.0.1]) by b (Postfix) with ESMTPS id ${at}; Tue, 10 Mar 2026 09:15:03 +0000\n`,
  );
  const { hops, findings } = analyseHeaders(`${received.join('')}${MESSAGE}`);
  expect(hops).toHaveLength(HOPS_MAX);
  expect(hops.at(-1)?.id).toBe('0');
  expect(findings).toEqual([
    { code: 'manyHops', severity: 'warning', params: { count: 10_000, kept: HOPS_MAX } },
  ]);
});

/** What is hard to read: pieces of real headers and all that stands between them, in any order. */
const pieces = fc.constantFrom(
  ...[
    'Received:',
    'from ',
    ' by ',
    ' with ',
    ' id ',
    ' for <a@b.c>',
    ';',
    '(',
    ')',
    '[',
    ']',
    '"',
    '\\',
    ' ',
    '\t',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n ',
    '\n\n',
    '> ',
    ':',
    '=',
    'version=TLS1_2',
    '[192.0.2.1]',
    '2603:10a6::1',
    '\u202e',
  ],
  ...[
    'a.prod.outlook.com',
    'Authentication-Results:',
    'spf=pass',
    ' helo=',
    'HELO ',
    '\ufeff',
    '\u0000',
    '٣',
    '\ud800',
  ],
  ...[
    'X-Forefront-Antispam-Report:',
    'CIP:192.0.2.1',
    'Tue, 10 Mar 2026 09:15:03 +0000',
    'From:',
    '(qmail 1 ',
    '__proto__=',
  ],
  ...[
    'X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp:',
    'Ip=[',
    'i=1',
    'DKIM-Signature:',
    'd=x',
  ],
);
const hostile = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .tuple(fc.constantFrom(...CORPUS.filter(({ text }) => text.length < 10_000)), fc.nat(), fc.nat(200))
    .map(
      ([{ text }, at, count]) =>
        `${text.slice(0, at % text.length)}${text.slice((at % text.length) + count)}`,
    ),
);

test('no text makes it fail, the same text is read the same, and a path is never made longer than it is', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const analysis = analyseHeaders(text);
      expect(JSON.stringify(analyseHeaders(text))).toBe(JSON.stringify(analysis));
      expect(analysis.hops.length).toBeLessThanOrEqual(text.toLowerCase().split('received').length - 1);
      // Below the first hop that is only claimed, nothing is vouched for.
      const trusts = analysis.hops.map(({ trust }) => trust !== 'claimed');
      expect(trusts).toEqual([...trusts].sort());
    }),
    { numRuns: 400 },
  );
});

/** Each repeats something that careless patterns read again and again. */
test.each([
  'Received: from a',
  '(',
  ')',
  '"',
  '\\',
  ' ',
  '\t\n',
  '\n',
  '\n\n ',
  '> ',
  ':',
  'a',
  'a-',
  'a.',
  'From: a\n\n',
  'Received: \n',
  'Received:;;;;\n',
  'X-A: b\n',
  'Authentication-Results: a; b=c (d)\n',
  'Authentication-Results: ((((',
  'DKIM-Signature: ;d = ;d = ',
  '=?utf-8?q?',
])('a megabyte of %j is read in a moment', (unit) => {
  const text = `Received: ${unit.repeat(Math.ceil(1_048_576 / unit.length))}`;
  const start = performance.now();
  analyseHeaders(text);
  analyseHeaders(text.slice('Received: '.length));
  expect(performance.now() - start).toBeLessThan(3_000);
});
