// What is kept of the resolvers' answers while the page is open: the latest of each, and what the countdown and the way back need.
import { mxLines } from '@/lib/mailflow/cloud-mx';
import { dnsSpread, type SeenAnswer } from '@/lib/mailflow/dns-spread';
import type { MxWatch } from '@/lib/operations/watch-mx';

export type KeptWatch = Readonly<{
  latest: MxWatch;
  /** Never more than two for each resolver and two besides, however long the page is open. */
  seen: readonly SeenAnswer[];
  /** The lines of the records to go back to: as the console kept them, or as this page saw them last. */
  before: readonly string[];
}>;

export function withNews(known: KeptWatch | undefined, latest: MxWatch): KeptWatch {
  const old = latest.resolvers.find(({ answer }) => answer === 'old');
  const seen = old ? mxLines(latest.domain, old.verdict.exchangers, old.ttlSeconds ?? 0) : [];
  const news = latest.resolvers.map(({ resolver, observedAt, answer, ttlSeconds }) => ({
    ...{ resolver, observedAt, answer },
    ...(ttlSeconds !== undefined && { ttlSeconds }),
  }));
  return {
    latest,
    seen: boiledDown([...(known?.seen ?? []), ...news]),
    before: latest.goBack?.lines ?? (seen.length > 0 ? seen : (known?.before ?? [])),
  };
}

/** Of all that was seen what dnsSpread() counts: the first and the latest of each resolver, the first new, the longest old. */
export function boiledDown(seen: readonly SeenAnswer[]): SeenAnswer[] {
  const inOrder = [...seen].sort((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
  const kept = new Set<SeenAnswer>();
  for (const resolver of new Set(seen.map((one) => one.resolver))) {
    const own = inOrder.filter((one) => one.resolver === resolver);
    for (const one of [own[0], own.at(-1)]) if (one) kept.add(one);
  }
  const firstNew = inOrder.find(({ answer }) => answer === 'new');
  const [longestOld] = inOrder
    .filter(({ answer }) => answer === 'old')
    .sort((a, b) => (b.ttlSeconds ?? 0) - (a.ttlSeconds ?? 0));
  for (const one of [firstNew, longestOld]) if (one) kept.add(one);
  return seen.filter((one) => kept.has(one));
}

/** How far the record has spread, with the answers of the resolvers that are asked now. */
export function spreadOf({ latest, seen }: KeptWatch, now: Date) {
  const asked = new Set(latest.resolvers.map(({ resolver }) => resolver));
  return dnsSpread(
    seen.filter(({ resolver }) => asked.has(resolver)),
    now,
  );
}
