'use client';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { followRun, withNews } from './run-stream';
import {
  fetchValidationRun,
  isOpen,
  streamKey,
  type ValidationRunView,
  ValidationUnavailable,
  validationKey,
} from './validation-query';

/** Where no stream comes through: often enough that stages are seen to grow. */
const POLL_MS = 250;
/** Beside a stream, in case it says less than there is. */
const CHECK_MS = 5_000;
/** After a failure of the network or the server, until it answers again. */
const RETRY_MS = 2_000;

/** The run with `runId`, followed until it has ended; another tab or replica shows the same. Nothing without an id. */
export function useValidationRun(runId: string | undefined) {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: validationKey(runId ?? ''),
    queryFn: runId === undefined ? skipToken : ({ signal }) => fetchValidationRun(runId, signal),
    retry: false,
    refetchInterval: ({ state: { data, error } }) => {
      if (error)
        return error instanceof ValidationUnavailable && error.reason !== 'failed' ? false : RETRY_MS;
      if (!data || !isOpen(data)) return false;
      return queries.getQueryState(streamKey(data.id))?.status === 'error' ? POLL_MS : CHECK_MS;
    },
  });
  // One stream for all in this page who look at the run. Its state is read above, so that its end shows there at once.
  const { status: _ } = useQuery({
    queryKey: streamKey(runId ?? ''),
    queryFn:
      runId !== undefined && found.data && isOpen(found.data)
        ? ({ signal }) =>
            followRun(runId, signal, (news) =>
              queries.setQueryData<ValidationRunView>(validationKey(runId), (known) => withNews(known, news)),
            )
        : skipToken,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  return found;
}
