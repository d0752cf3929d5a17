// All that is known of one connector, in a shape that survives JSON: times are ISO 8601 text, UTC.
import type { StoredConnector } from '../data/connectors';
import type { ValidationRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import type { ConnectorHealth, ValidationOutcome } from '../mailflow/health';

export type ConnectorReport = Readonly<{
  id: string;
  /** The settings in force. */
  connector: Connector;
  version: Readonly<{
    number: number;
    createdAt: string;
    createdByName: string;
    /** Who saved this version confirmed that its validation had failed. */
    failureAcknowledged: boolean;
  }>;
  health: ConnectorHealth;
  /** The last finished validation; with health `stale` it tested other settings. */
  lastValidation?: Readonly<{ runId: string; outcome: ValidationOutcome; finishedAt: string }>;
}>;

/** `lastRun` is the run that `stored.lastRunId` names, as far as it is still there. */
export function toReport(stored: StoredConnector, lastRun: ValidationRun | undefined): ConnectorReport {
  const { number, createdAt, createdByName, failureAcknowledged } = stored.version;
  const finishedAt = lastRun?.finishedAt ?? stored.lastValidatedAt;
  return {
    id: stored.id,
    connector: stored.connector,
    version: { number, createdAt: createdAt.toISOString(), createdByName, failureAcknowledged },
    health: stored.health,
    ...(lastRun?.outcome &&
      finishedAt && {
        lastValidation: {
          runId: lastRun.id,
          outcome: lastRun.outcome,
          finishedAt: finishedAt.toISOString(),
        },
      }),
  };
}
