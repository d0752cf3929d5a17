// One validation run as the browser follows it.
import type { ValidationRunView } from '@/lib/operations/find-validation-run';

export type { ValidationRunView };

/** What every key here begins with. */
export const VALIDATION_QUERIES = 'validation-run';
export const validationKey = (id: string) => [VALIDATION_QUERIES, id] as const;
/** The stream that keeps it up to date; no part of the above, lest a refetch opens it twice. */
export const streamKey = (id: string) => ['validation-stream', id] as const;

/** Why there is no run to show. */
export type RunUnavailable = 'signedOut' | 'notFound' | 'failed';

export class ValidationUnavailable extends Error {
  constructor(readonly reason: RunUnavailable) {
    super(`The validation is unavailable: ${reason}`);
  }
}

/** GET /api/validation-runs/<id>. Throws ValidationUnavailable where there is no run. */
export async function fetchValidationRun(id: string, signal: AbortSignal): Promise<ValidationRunView> {
  const answer = await fetch(`/api/validation-runs/${encodeURIComponent(id)}`, { signal, cache: 'no-store' });
  if (answer.ok) return (await answer.json()) as ValidationRunView;
  if (answer.status === 401) throw new ValidationUnavailable('signedOut');
  throw new ValidationUnavailable(answer.status === 404 ? 'notFound' : 'failed');
}

/** True while the run may still change. */
export const isOpen = ({ state }: Pick<ValidationRunView, 'state'>): boolean =>
  state === 'queued' || state === 'running';
