// What the resolvers say of a domain's MX, as the browser asks for it again and again.
import type { MxWatch } from '@/lib/operations/watch-mx';
import { type KeptWatch, withNews } from './kept-watch';

export const mxKey = (domain: string) => ['guide-mx', domain] as const;

/** GET /api/guide/mx, added to what was `known`. Throws where there is no answer. */
export async function fetchMx(
  domain: string,
  known: KeptWatch | undefined,
  signal: AbortSignal,
): Promise<KeptWatch> {
  const query = new URLSearchParams({ domain });
  const answer = await fetch(`/api/guide/mx?${query}`, { signal, cache: 'no-store' });
  if (answer.ok) return withNews(known, (await answer.json()) as MxWatch);
  await answer.body?.cancel();
  throw new Error(`The resolvers were not asked: ${answer.status}`);
}
