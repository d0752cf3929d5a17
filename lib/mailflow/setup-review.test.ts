import { expect, test } from 'vitest';
import type { MailSetup } from './mail-setup';
import { SETUP_FINDING_SEVERITIES } from './setup-finding';
import { articleSetup, fromOrganization, fromPartner, outbound, rule, setup } from './setup-for-tests';
import { reviewSetup } from './setup-review';
import { SETUP_REVIEW_ROWS } from './setup-review-rows-for-tests';

const codesOf = (given: MailSetup) => reviewSetup(given).map(({ code }) => code);

test.each(SETUP_REVIEW_ROWS)('$code is said of the set-up that has it, and not of its neighbour', (row) => {
  const { code } = row;
  const found = reviewSetup(row.with).filter((finding) => finding.code === code);
  const severity = SETUP_FINDING_SEVERITIES[code];
  expect(found).toEqual([expect.objectContaining({ severity, ...row.finding })]);
  expect(codesOf(row.without)).not.toContain(code);
});

test('the article’s example has nothing wrong but what its authoritative domains are asked about', () => {
  expect(new Set(codesOf(articleSetup))).toEqual(new Set(['authoritativeWithConnector']));
});

test('a connector with a twin is told of once, and not as shadowed or tied, too', () => {
  expect(codesOf(setup([outbound('A', 'x.com'), outbound('B', 'x.com')]))).toEqual(['duplicateScope']);
});

test('the gravest come first', () => {
  const grave = setup([outbound('A', 'x.com *'), outbound('B', 'x.com')], 'y.com z.com;relay', [
    rule('Rule', 'Gone'),
  ]);
  const severities = reviewSetup(grave).map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
});
const RANK = ['error', 'warning', 'info'];

test('a thousand connectors with ten thousand domains that all collide are reviewed within a second', () => {
  const domains = Array.from({ length: 10_000 }, (_, n) => `d${n % 5_000}.example.com`);
  const tenOf = (n: number) => domains.slice(n * 10, n * 10 + 10).join(' ');
  const big = setup(
    [
      ...Array.from({ length: 1_000 }, (_, n) => outbound(`Out ${n}`, tenOf(n))),
      ...Array.from({ length: 200 }, (_, n) => fromOrganization(`In ${n}`, '192.0.2.0/24 192.0.2.7')),
      ...Array.from({ length: 200 }, (_, n) => fromPartner(`Allow ${n}`, tenOf(n))),
    ],
    domains
      .slice(0, 5_000)
      .map((name, n) => (n % 2 ? name : `${name};relay`))
      .join(' '),
    Array.from({ length: 20 }, (_, n) =>
      rule(`Rule ${n}`, 'Gone', { conditions: [{ kind: 'recipientDomainIs', domains: [`r${n}.com`] }] }),
    ),
  );
  const began = performance.now();
  const found = reviewSetup(big);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(found.length).toBeGreaterThan(500);
});
