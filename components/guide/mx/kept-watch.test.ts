import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dnsSpread, type SeenAnswer } from '@/lib/mailflow/dns-spread';
import type { MxWatch, ResolverAnswer } from '@/lib/operations/watch-mx';
import { boiledDown, withNews } from './kept-watch';

const START = Date.UTC(2026, 10, 26, 8);
const answers = fc.uniqueArray(
  fc.record({
    resolver: fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3'),
    at: fc.integer({ min: 0, max: 5_000 }),
    answer: fc.constantFrom<SeenAnswer['answer'][]>('old', 'new', 'unchecked'),
    ttlSeconds: fc.integer({ min: 0, max: 7_200 }),
  }),
  { selector: ({ at }) => at, maxLength: 60 },
);

test('what is kept tells the same as all that was seen, at any time, and is little', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 0, max: 10_000 }), (all, later) => {
      const seen = all.map(
        ({ at, ...rest }): SeenAnswer => ({
          ...rest,
          observedAt: new Date(START + at * 1_000).toISOString(),
        }),
      );
      // As the page does it: one after another.
      let kept: SeenAnswer[] = [];
      for (const one of [...seen].sort((a, b) => a.observedAt.localeCompare(b.observedAt)))
        kept = boiledDown([...kept, one]);
      const now = new Date(START + later * 1_000);
      const { resolvers, ...rest } = dnsSpread(kept, now);
      const { resolvers: wanted, ...of } = dnsSpread(seen, now);
      expect(rest).toEqual(of);
      expect(new Map(resolvers.map((one) => [one.resolver, one]))).toEqual(
        new Map(wanted.map((one) => [one.resolver, one])),
      );
      expect(kept.length).toBeLessThanOrEqual(3 * 2 + 2);
    }),
    { numRuns: 300 },
  );
});

const answer = (answer: SeenAnswer['answer'], name: string, preference: number): ResolverAnswer => ({
  ...{ resolver: '192.0.2.1', answer, ttlSeconds: 300, observedAt: new Date(START).toISOString() },
  verdict: {
    code: answer === 'old' ? 'elsewhere' : 'cloud',
    exchangers: [{ name, preference, kind: 'elsewhere' }],
  },
});
const watch = (...resolvers: readonly ResolverAnswer[]): MxWatch => ({
  ...{ domain: 'contoso.com', guard: { code: 'ready' }, may: 'ready', resolvers },
});
const OLD = 'contoso.com. 300 IN MX 10 mail.contoso.com.';

test('the old records are remembered after the last resolver has let go of them', () => {
  const first = withNews(undefined, watch(answer('old', 'mail.contoso.com', 10)));
  const then = withNews(first, watch(answer('new', 'contoso-com.mail.protection.outlook.com', 0)));
  expect(then.before).toEqual([OLD]);
});

test('what the console kept itself comes before what the page saw', () => {
  const goBack = { at: new Date(START).toISOString(), lines: ['contoso.com. 3600 IN MX 5 old.contoso.com.'] };
  const kept = withNews(undefined, { ...watch(answer('old', 'mail.contoso.com', 10)), goBack });
  expect(kept.before).toEqual(goBack.lines);
});
