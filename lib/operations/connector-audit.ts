// What the audit log says of a connector: each action's details in one place. Settings stand in it whole, so that
// before and after can be told in words later.
import type { Actor } from '../auth/permissions';
import { appendAudits } from '../data/audit';
import type { Tx } from '../data/store';
import type { Connector } from '../mailflow/connector';
import type { ValidationOutcome } from '../mailflow/health';
import type { OperationContext } from './context';

/** What a version rests on. `reason` was typed where no passed validation stood behind the settings. */
type Grounds = Readonly<{
  note?: string;
  reason?: string;
  restoredFrom?: number;
  validationRunId?: string;
  outcome?: ValidationOutcome;
  failureAcknowledged?: boolean;
}>;

/** Each action's details, as the audit entry keeps them. */
export type ConnectorAuditDetails = Readonly<{
  'connector.created': Grounds & Readonly<{ version: 1; connector: Connector }>;
  /** Turning on and off, and giving back a deleted connector under another name, are publishes too. */
  'connector.published': Grounds &
    Readonly<{
      version: number;
      before: Connector;
      after: Connector;
      /** Whose draft, other than the publisher's own, was published and is gone with it. */
      draftBy?: string;
    }>;
  'connector.draftDiscarded': Readonly<{ draftBy: string; baseVersion: number }>;
  'connector.deleted': Readonly<{ version: number; settings: Connector }>;
  'connector.undeleted': Readonly<{ version: number; settings: Connector }>;
}>;

export type ConnectorAction = keyof ConnectorAuditDetails;

type Entry<Action extends ConnectorAction> = Readonly<{
  actor: Actor;
  at: Date;
  action: Action;
  subject: Readonly<{ id: string; name: string }>;
  details: ConnectorAuditDetails[Action];
}>;

/** Appends the entry in the transaction that does what it says. */
export const auditConnector = <Action extends ConnectorAction>(
  tx: Tx,
  context: OperationContext,
  entry: Entry<Action>,
): Promise<void> => auditConnectors(tx, context, [entry]);

/** The same for many. */
export async function auditConnectors<Action extends ConnectorAction>(
  tx: Tx,
  { remoteAddress }: OperationContext,
  entries: readonly Entry<Action>[],
): Promise<void> {
  if (entries.length === 0) return;
  await appendAudits(
    tx,
    entries.map(({ actor, at, action, subject, details }) => ({
      at,
      ...(actor.userId && { actorId: actor.userId }),
      actorName: actor.name,
      action,
      subjectKind: 'connector',
      subjectId: subject.id,
      subjectName: subject.name,
      details,
      ...(remoteAddress && { remoteAddress }),
    })),
  );
}
