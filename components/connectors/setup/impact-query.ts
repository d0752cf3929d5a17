// What a change that is only thought of would do to the whole set-up, as the browser asks for it.
import type { SetupImpact, SetupImpactInput } from '@/lib/operations/setup-impact';

export const impactKey = (input: SetupImpactInput | undefined) =>
  ['setup-impact', JSON.stringify(input)] as const;

/** POST /api/setup-impact. Throws where there is no answer. */
export async function fetchImpact(input: SetupImpactInput, signal: AbortSignal): Promise<SetupImpact> {
  const body = JSON.stringify(input);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/api/setup-impact', {
    method: 'POST',
    body,
    headers,
    signal,
    cache: 'no-store',
  });
  if (answer.ok) return (await answer.json()) as SetupImpact;
  await answer.body?.cancel();
  throw new Error(`The set-up was not read: ${answer.status}`);
}
