// Undoes deletions: the connector is in force again as it last was. Refuses where its name was taken meanwhile, unless
// it is given another.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { nameTaken } from '../data/connectors';
import { type DeletedConnector, findDeletedConnector, unmarkDeleted } from '../data/deleted-connectors';
import type { Tx } from '../data/store';
import { findRun } from '../data/validation-runs';
import { reviewDraft } from '../mailflow/connector-rules';
import { fromConnector } from '../mailflow/draft-to-connector';
import type { Finding } from '../mailflow/finding';
import { type BulkReport, bulkInput, connectorId, inBulk } from './bulk';
import { auditConnector } from './connector-audit';
import { allowed, type OperationContext } from './context';
import { nameTakenFinding } from './name-taken';
import { done, type Outcome, problem } from './outcome';
import { evidenceFor } from './publish-rules';
import { publishVersion } from './publish-version';

export const undeleteConnectorsInput = bulkInput;
export const undeleteConnectorInput = z.strictObject({
  id: connectorId,
  name: z.string().max(1_000).optional(),
});

export type UndeletedConnector = Readonly<{ id: string; name: string; version: number }>;

type Answer = Readonly<{ name?: string; outcome: Outcome<Omit<UndeletedConnector, 'id'>> }>;

/** Each item's problem: notFound where it is not deleted, invalid (name.taken). */
export async function undeleteConnectors(
  context: OperationContext,
  { ids }: z.output<typeof undeleteConnectorsInput>,
): Promise<Outcome<BulkReport>> {
  const asked = allowed(context, 'connector:restore');
  if (!asked.ok) return asked;
  const items = ids.map((id) => ({ id }));
  return done(await inBulk(items, ({ id }) => undelete(context, asked.actor, id)));
}

/**
 * The same for one, under another name where `name` differs; that is a new version.
 * Problems: notFound where it is not deleted, invalid with findings of the name.
 */
export async function undeleteConnector(
  context: OperationContext,
  { id, name }: z.output<typeof undeleteConnectorInput>,
): Promise<Outcome<UndeletedConnector>> {
  const asked = allowed(context, 'connector:restore');
  if (!asked.ok) return asked;
  const { outcome } = await undelete(context, asked.actor, id, name);
  return outcome.ok ? done({ id, ...outcome.value }) : outcome;
}

async function undelete(
  context: OperationContext,
  actor: Actor,
  id: string,
  wanted?: string,
): Promise<Answer> {
  return context.store.write(async (tx): Promise<Answer> => {
    const deleted = await findDeletedConnector(tx, id);
    if (!deleted) return { outcome: problem({ kind: 'notFound' }) };
    const { connector, version } = deleted;
    const name = wanted?.trim() ?? connector.name;
    const answer = (outcome: Answer['outcome']): Answer => ({ name: connector.name, outcome });
    const findings = await nameFindings(tx, deleted, name);
    if (findings.length > 0) return answer(problem({ kind: 'invalid', findings }));
    const subject = { id, name: connector.name };
    const details = { version: version.number, settings: connector };
    const at = context.now();
    await auditConnector(tx, context, { actor, at, action: 'connector.undeleted', subject, details });
    const isRenamed = name !== connector.name;
    const number = isRenamed ? await rename(tx, context, actor, deleted, name) : version.number;
    await unmarkDeleted(tx, id);
    return answer(done({ name, version: number }));
  });
}

async function nameFindings(tx: Tx, { connector }: DeletedConnector, name: string): Promise<Finding[]> {
  if (await nameTaken(tx, name)) return [nameTakenFinding(name)];
  if (name === connector.name) return [];
  return reviewDraft({ ...fromConnector(connector), name }).filter(
    ({ field, severity }) => field === 'name' && severity === 'error',
  );
}

/** A name is nothing that a validation tests: no reason is asked for. */
async function rename(
  tx: Tx,
  context: OperationContext,
  actor: Actor,
  current: DeletedConnector,
  name: string,
): Promise<number> {
  const connector = { ...current.connector, name };
  const lastRun = current.lastRunId ? await findRun(tx, current.lastRunId) : undefined;
  const evidence = evidenceFor(connector, { runs: [lastRun] }) ?? {};
  return publishVersion(tx, context, { actor, current, connector, evidence });
}
