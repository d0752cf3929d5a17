'use client';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { settled } from '@/lib/mailflow/draft-fields';
import { draftInSetup } from '@/lib/mailflow/draft-in-setup';
import type { SetupImpact, SetupImpactInput } from '@/lib/operations/setup-impact';
import { fetchImpact, impactKey } from './impact-query';

/** Long enough that a word is asked about once, and not with each of its letters. */
const PAUSE_MS = 300;

/** `impact` is undefined while there is no answer yet; what was answered last stays until the next is there. */
export type AskedImpact = Readonly<{ impact: SetupImpact | undefined; failed: boolean }>;

/** What a command to connectors would move; asked anew each time, as somebody else may have changed the set-up. */
export function useCommandImpact(input: SetupImpactInput | undefined): AskedImpact {
  const { data, isError } = useQuery({
    queryKey: impactKey(input),
    queryFn: input ? ({ signal }) => fetchImpact(input, signal) : skipToken,
    gcTime: 0,
    retry: 1,
  });
  return { impact: data, failed: isError };
}

/** The same for a draft while it is typed; without `connectorId` it is a new connector's. */
export function useDraftImpact(draft: ConnectorDraft, connectorId: string | undefined): AskedImpact {
  const input: SetupImpactInput = {
    change: 'publish',
    draft: settled(draft),
    ...(connectorId !== undefined && { connectorId }),
  };
  const isTold = draftInSetup(draft) !== undefined;
  const { data, isError } = useQuery({
    queryKey: impactKey(input),
    queryFn: isTold
      ? async ({ signal }) => {
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
          signal.throwIfAborted();
          return fetchImpact(input, signal);
        }
      : skipToken,
    placeholderData: keepPreviousData,
    retry: 1,
  });
  return { impact: isTold ? data : undefined, failed: isError };
}
