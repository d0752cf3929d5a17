import { expect, test } from 'vitest';
import type { CheckedDomain, DomainFacts } from './domain-facts';
import { mxToGoBackTo, withEarlierMx } from './earlier-mx';
import { checked, SILENT } from './facts-for-tests';

const mx = (name: string): Partial<DomainFacts> => ({
  mx: { exchangers: [{ name, preference: 10 }], ttlSeconds: { MX: 600 } },
});
const OWN = mx('mail.contoso.com');
const CLOUD = mx('contoso-com.mail.protection.outlook.com');

/** What is known after these look-ups, a day apart. */
const after = (...looks: readonly Partial<DomainFacts>[]): CheckedDomain | undefined =>
  looks.reduce<CheckedDomain | undefined>(
    (before, given, day) => ({
      at: `2026-11-0${day + 1}T00:00:00.000Z`,
      facts: withEarlierMx(before, checked(given).facts),
    }),
    undefined,
  );
const LINES = ['contoso.com. 600 IN MX 10 mail.contoso.com.'];

test.each<[string, CheckedDomain | undefined, ReturnType<typeof mxToGoBackTo>]>([
  ['before the move, today’s', after(OWN), { at: '2026-11-01T00:00:00.000Z', lines: LINES }],
  ['after it, what was seen last', after(OWN, OWN, CLOUD), { at: '2026-11-02T00:00:00.000Z', lines: LINES }],
  ['long after it, still', after(OWN, CLOUD, CLOUD, CLOUD), { at: '2026-11-01T00:00:00.000Z', lines: LINES }],
  [
    'silence forgets nothing',
    after(OWN, { mx: SILENT }, CLOUD),
    { at: '2026-11-01T00:00:00.000Z', lines: LINES },
  ],
  ['moved before anybody looked: nobody knows', after(CLOUD), undefined],
  ['moved back: today’s', after(OWN, CLOUD, OWN), { at: '2026-11-03T00:00:00.000Z', lines: LINES }],
  [
    'an address without an MX is no record to set',
    after({ mx: { ...OWN.mx, implicitMx: true } }, CLOUD),
    undefined,
  ],
])('The way back: %s', (_, known, expected) => expect(known && mxToGoBackTo(known)).toEqual(expected));
