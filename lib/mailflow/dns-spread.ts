// How far a changed DNS record has spread, and when its old answer is gone: arithmetic with times and TTLs. Knows no clock:
// nobody's cache is asked twice to find out, and a resolver that did not answer is not said to be behind.

/** What one resolver said. `ttlSeconds` is what was left of the answer's time there; `observedAt` is ISO 8601. */
export type SeenAnswer = Readonly<{
  resolver: string;
  observedAt: string;
  answer: 'old' | 'new' | 'unchecked';
  ttlSeconds?: number;
}>;

export type ResolverSpread = Readonly<{
  resolver: string;
  answer: SeenAnswer['answer'];
  /** `old` only: when it has to ask again, at the latest. ISO 8601 UTC. */
  goneAt?: string;
}>;

export type DnsSpread = Readonly<{
  /** One each, in the order in which they were first seen, with the latest that they said. */
  resolvers: readonly ResolverSpread[];
  /** All that could be asked give the new answer, and there is at least one. */
  agreed: boolean;
  /** When the last of these resolvers has to let go of the old answer. */
  goneAt?: string;
  /**
   * The same for resolvers that nobody looked at: one that had asked right before the change was first seen, with the
   * longest time that any old answer was given. Absent until a new answer was seen.
   */
  goneEverywhereAt?: string;
  /** Milliseconds from `now` until the latest of both; 0 where nothing is left to wait for. */
  leftMs: number;
}>;

/** A week: resolvers keep nothing longer, and a time with its first bit set counts as 0 (RFC 8767 section 4). */
const TTL_MAX_SECONDS = 7 * 24 * 3_600;

export function dnsSpread(seen: readonly SeenAnswer[], now: Date): DnsSpread {
  const inOrder = [...seen].sort((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
  const latest = new Map<string, SeenAnswer>();
  for (const one of inOrder) latest.set(one.resolver, one);
  const resolvers = [...new Set(seen.map(({ resolver }) => resolver))].flatMap(
    (resolver): ResolverSpread[] => {
      const one = latest.get(resolver);
      return one
        ? [{ resolver, answer: one.answer, ...(one.answer === 'old' && { goneAt: iso(endOf(one)) }) }]
        : [];
    },
  );
  const asked = resolvers.filter(({ answer }) => answer !== 'unchecked');
  const gone = latestOf(resolvers.flatMap(({ goneAt }) => (goneAt ? [Date.parse(goneAt)] : [])));
  const firstNew = inOrder.find(({ answer }) => answer === 'new');
  const longest = inOrder.reduce(
    (most, one) => (one.answer === 'old' ? Math.max(most, lastsMs(one)) : most),
    0,
  );
  const everywhere = firstNew && Date.parse(firstNew.observedAt) + longest;
  const until = latestOf([gone, everywhere].filter((time) => time !== undefined));
  return {
    resolvers,
    agreed: asked.length > 0 && asked.every(({ answer }) => answer === 'new'),
    ...(gone !== undefined && { goneAt: iso(gone) }),
    ...(everywhere !== undefined && { goneEverywhereAt: iso(everywhere) }),
    leftMs: Math.max(0, (until ?? 0) - now.getTime()),
  };
}

const lastsMs = ({ ttlSeconds = 0 }: SeenAnswer): number =>
  ttlSeconds < 0 || ttlSeconds >= 2 ** 31 ? 0 : Math.min(ttlSeconds, TTL_MAX_SECONDS) * 1_000;
const endOf = (one: SeenAnswer): number => Date.parse(one.observedAt) + lastsMs(one);
const latestOf = (times: readonly number[]): number | undefined =>
  times.length > 0 ? Math.max(...times) : undefined;
const iso = (time: number): string => new Date(time).toISOString();
