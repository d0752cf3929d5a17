// All that is known of one connector, in a shape that survives JSON: times are ISO 8601 text, UTC.
import type { StoredDraft } from '../data/connector-drafts';
import type { StoredConnector } from '../data/connectors';
import type { ValidationRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import { type Change, changes } from '../mailflow/connector-changes';
import { fromConnector } from '../mailflow/draft-to-connector';
import type { ConnectorHealth, ValidationOutcome } from '../mailflow/health';
import { isHybridWizardName } from '../mailflow/hybrid-wizard';
import type { SetupFinding } from '../mailflow/setup-finding';

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
    note?: string;
    /** Typed where no passed validation stood behind the settings. */
    reason?: string;
    /** The version whose settings were taken up again. */
    restoredFrom?: number;
  }>;
  /** An edit that is not published yet, and what it would change of the settings in force. */
  draft?: Readonly<{
    authorName: string;
    updatedAt: string;
    revision: number;
    changes: readonly Change[];
    mine: boolean;
  }>;
  /** Named as Microsoft's Hybrid Configuration Wizard names its own, which it sets back when it runs again. */
  hybridWizard: boolean;
  health: ConnectorHealth;
  /** What is wrong with it together with the rest of the set-up, where that was asked for; the gravest first. */
  setupFindings?: readonly SetupFinding[];
  /** The last finished validation; with health `stale` it tested other settings. */
  lastValidation?: Readonly<{ runId: string; outcome: ValidationOutcome; finishedAt: string }>;
}>;

/** What stands beside the connector in the store. */
type Beside = Readonly<{
  /** The run that `stored.lastRunId` names, as far as it is still there. */
  lastRun?: ValidationRun | undefined;
  draft?: StoredDraft | undefined;
  readerId: string;
}>;

export function toReport(stored: StoredConnector, { lastRun, draft, readerId }: Beside): ConnectorReport {
  const { number, createdAt, createdByName, failureAcknowledged, note, reason, restoredFrom } =
    stored.version;
  const finishedAt = lastRun?.finishedAt ?? stored.lastValidatedAt;
  return {
    id: stored.id,
    connector: stored.connector,
    version: {
      number,
      createdAt: createdAt.toISOString(),
      createdByName,
      failureAcknowledged,
      ...(note !== undefined && { note }),
      ...(reason !== undefined && { reason }),
      ...(restoredFrom !== undefined && { restoredFrom }),
    },
    health: stored.health,
    hybridWizard: isHybridWizardName(stored.connector.name),
    ...(draft && {
      draft: {
        authorName: draft.authorName,
        updatedAt: draft.updatedAt.toISOString(),
        revision: draft.revision,
        changes: changes(fromConnector(stored.connector), draft.draft),
        mine: draft.authorId === readerId,
      },
    }),
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
