// One connector as the browser asks for it. Server and browser share the key, so that a deep link comes filled.
import type { ConnectorReport } from '@/lib/operations/connector-report';

/** The first part of every key here: what to invalidate after a change. */
export const CONNECTOR_QUERIES = 'connector';
export const connectorKey = (id: string) => [CONNECTOR_QUERIES, id] as const;

/** Why there is no report: typed, so that the panel can say what to do. */
export type Unavailable = 'signedOut' | 'notFound' | 'failed';

export class ConnectorUnavailable extends Error {
  constructor(readonly reason: Unavailable) {
    super(`The connector is unavailable: ${reason}`);
  }
}

/** GET /api/connectors/<id>. Throws ConnectorUnavailable where there is no report. */
export async function fetchConnector(id: string, signal: AbortSignal): Promise<ConnectorReport> {
  const answer = await fetch(`/api/connectors/${encodeURIComponent(id)}`, { signal, cache: 'no-store' });
  if (answer.ok) return (await answer.json()) as ConnectorReport;
  await answer.body?.cancel();
  if (answer.status === 401) throw new ConnectorUnavailable('signedOut');
  throw new ConnectorUnavailable(answer.status === 404 ? 'notFound' : 'failed');
}

/** Asked again once where the network or the server failed; an answer is an answer. */
export const mayRetry = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof ConnectorUnavailable && error.reason !== 'failed');
