// What stands beside some connectors: their last validation, and whether an edit of them waits. Changes nothing.

import { LIVE } from './connectors';
import { clientOf, type Store, type Tx } from './store';

export type ConnectorStanding = Readonly<{ lastRunId?: string; lastValidatedAt?: Date; hasDraft: boolean }>;

/** By id; those that are deleted are not in it. */
export async function connectorStandings(
  store: Store | Tx,
  ids: readonly string[],
): Promise<Map<string, ConnectorStanding>> {
  const rows = await clientOf(store).connector.findMany({
    where: { id: { in: [...ids] }, ...LIVE },
    select: { id: true, lastRunId: true, lastValidatedAt: true, draft: { select: { connectorId: true } } },
  });
  return new Map(
    rows.map(({ id, lastRunId, lastValidatedAt, draft }) => [
      id,
      {
        ...(lastRunId !== null && { lastRunId }),
        ...(lastValidatedAt && { lastValidatedAt }),
        hasDraft: draft !== null,
      },
    ]),
  );
}

/** The connectors with an unfinished edit, by name, `limit` at most. */
export async function connectorsWithDraft(
  store: Store,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return store.client.connector.findMany({
    where: { ...LIVE, draft: { isNot: null } },
    select: { id: true, name: true },
    orderBy: { nameKey: 'asc' },
    take: limit,
  });
}
