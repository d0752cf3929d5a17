// The writing half of every publish: the next version, the row, the validation's link and the audit entry, together.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { insertNextVersion, type StoredConnector } from '../data/connectors';
import type { Tx } from '../data/store';
import { assignRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import { auditConnector } from './connector-audit';
import type { OperationContext } from './context';
import type { Evidence } from './publish-rules';

/** A note or a reason as somebody types it. */
export const typedText = z
  .string()
  .trim()
  .max(1_000)
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text));

export type Publish = Readonly<{
  actor: Actor;
  current: StoredConnector;
  /** The settings that are in force from now on. */
  connector: Connector;
  evidence: Evidence;
  note?: string | undefined;
  restoredFrom?: number | undefined;
  /** Whose draft is published with it, where it is not the publisher's own. */
  draftBy?: string | undefined;
}>;

/** Puts the connector's next version in force; answers its number. Call it in `store.write`, on what was read there. */
export async function publishVersion(
  tx: Tx,
  context: OperationContext,
  { actor, current, connector, evidence, note, restoredFrom, draftBy }: Publish,
): Promise<number> {
  const { id } = current;
  const { run, reason } = evidence;
  const number = current.version.number + 1;
  const createdAt = context.now();
  const grounds = {
    failureAcknowledged: run !== undefined && reason !== undefined,
    ...(note && { note }),
    ...(reason && { reason }),
    ...(restoredFrom && { restoredFrom }),
    ...(run && { validationRunId: run.id }),
  };
  const version = {
    ...grounds,
    connector,
    fingerprint: fingerprintOf(connector),
    createdAt,
    createdById: actor.userId,
    createdByName: actor.name,
  };
  await insertNextVersion(tx, id, number, version, run);
  if (run) await assignRun(tx, run.id, id);
  await auditConnector(tx, context, {
    actor,
    at: createdAt,
    action: 'connector.published',
    subject: { id, name: connector.name },
    details: {
      version: number,
      before: current.connector,
      after: connector,
      ...grounds,
      ...(run && { outcome: run.outcome }),
      ...(draftBy && { draftBy }),
    },
  });
  return number;
}
