// Turns connectors on or off: each a publish of its own. Refuses to turn one on that neither a passed validation nor a
// typed reason stands behind; turning off needs neither.
import { z } from 'zod';
import { findConnector } from '../data/connectors';
import { findRun } from '../data/validation-runs';
import {
  type BulkAnswer,
  type BulkDone,
  type BulkReport,
  bulkItems,
  connectorId,
  inBulk,
  versionNumber,
} from './bulk';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';
import { evidenceFor } from './publish-rules';
import { publishVersion, typedText } from './publish-version';

/** `version` is the one in force that the caller saw. `note` and `reason` go for all. */
export const switchConnectorsInput = z.strictObject({
  items: bulkItems(z.strictObject({ id: connectorId, version: versionNumber })),
  enabled: z.boolean(),
  note: typedText.optional(),
  reason: typedText.optional(),
});

/** Each item's problem: notFound, versionMoved, nothingChanged, validationNeeded. A stored draft is kept. */
export async function switchConnectors(
  context: OperationContext,
  { items, enabled, note, reason }: z.output<typeof switchConnectorsInput>,
): Promise<Outcome<BulkReport>> {
  const asked = allowed(context, 'connector:switch');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const report = await inBulk(items, ({ id, version }) =>
    context.store.write(async (tx): Promise<BulkAnswer> => {
      const current = await findConnector(tx, id);
      if (!current) return { outcome: problem({ kind: 'notFound' }) };
      const { name } = current.connector;
      const answer = (outcome: Outcome<BulkDone>): BulkAnswer => ({ name, outcome });
      if (current.version.number !== version) return answer(conflict('versionMoved'));
      if (current.connector.enabled === enabled) return answer(conflict('nothingChanged'));
      const connector = { ...current.connector, enabled };
      const lastRun = current.lastRunId ? await findRun(tx, current.lastRunId) : undefined;
      const evidence = evidenceFor(connector, { runs: [lastRun], reason });
      if (!evidence) return answer(conflict('validationNeeded'));
      const publish = { actor, current, connector, evidence, note };
      return answer(done({ name, version: await publishVersion(tx, context, publish) }));
    }),
  );
  return done(report);
}
