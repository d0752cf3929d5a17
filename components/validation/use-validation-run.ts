'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { fetchValidationRun, isOpen, ValidationUnavailable, validationKey } from './validation-query';

/** Often enough that stages are seen to grow, and little work: one row and its events. */
const FOLLOW_MS = 250;
/** After a failure of the network or the server, until it answers again. */
const RETRY_MS = 2_000;

/** The run with `runId`, followed until it has ended; another tab or replica shows the same. Nothing without an id. */
export function useValidationRun(runId: string | undefined) {
  return useQuery({
    queryKey: validationKey(runId ?? ''),
    queryFn: runId === undefined ? skipToken : ({ signal }) => fetchValidationRun(runId, signal),
    retry: false,
    refetchInterval: ({ state: { data, error } }) => {
      if (error)
        return error instanceof ValidationUnavailable && error.reason !== 'failed' ? false : RETRY_MS;
      return data && isOpen(data) ? FOLLOW_MS : false;
    },
  });
}
