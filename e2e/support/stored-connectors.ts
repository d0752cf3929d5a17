// Connectors put straight into a console's store, each with the validation result that a test wants; and what a colleague
// does to them meanwhile.
import { newVersion } from '../../lib/data/connector-for-tests';
import { insertConnector, recordValidation } from '../../lib/data/connectors';
import { insertRun } from '../../lib/data/validation-runs';
import type { OutboundConnector } from '../../lib/mailflow/connector';
import { fingerprint, planOf } from '../../lib/mailflow/fingerprint';
import type { ValidationOutcome } from '../../lib/mailflow/health';
import type { OperationContext } from '../../lib/operations/context';
import { editing } from '../../lib/operations/editing';
import type { Outcome } from '../../lib/operations/outcome';
import { publishConnector } from '../../lib/operations/publish-connector';
import type { TestConsole } from './console';

export type Stored = Partial<OutboundConnector> & Readonly<{ name: string; outcome?: ValidationOutcome }>;

/** Saves connectors whose names begin with `tag`, by which a test finds its own; answers their ids. */
export async function storeConnectors(
  { store }: TestConsole,
  tag: string,
  wanted: readonly Stored[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, outcome, ...settings } of wanted) {
    await store.write(async (tx) => {
      const version = newVersion({ ...settings, name: `${tag} ${name}` });
      const tested = fingerprint(planOf(version.connector));
      const id = await insertConnector(tx, { ...version, fingerprint: tested });
      ids.push(id);
      if (!outcome) return;
      const finishedAt = new Date(Date.now() - 2 * 3_600_000);
      const runId = await insertRun(tx, {
        connectorId: id,
        fingerprint: tested,
        plan: planOf(version.connector),
        requestedById: 'ada',
        requestedByName: 'Ada',
        requestedAt: finishedAt,
      });
      // Ended at once, so that the worker does not try these hosts.
      await tx.validationRun.update({
        where: { id: runId },
        data: { state: 'finished', finishedAt, outcome },
      });
      await recordValidation(tx, id, { id: runId, outcome, fingerprint: tested, finishedAt });
    });
  }
  return ids;
}

/** The settings of a connector to the lab's good host, so that it can really be validated. */
export const atGoodHost = (console: TestConsole): Partial<OutboundConnector> => {
  const { host, port } = console.host('good');
  return {
    delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host, port }] },
    tls: { level: 'certificateValidation' },
  };
};

/** A colleague, an admin too, at another browser. */
export const colleague = ({ store, settings }: TestConsole): OperationContext => ({
  who: { userId: 'grace', name: 'Grace', email: 'grace@contoso.test', role: 'admin', sessionId: 'none' },
  store,
  settings,
  now: () => new Date(),
});

/** A colleague publishes `changes`; answers the new version's number. */
export async function publish(
  console: TestConsole,
  id: string,
  changes: object,
  note?: string,
): Promise<number> {
  const context = colleague(console);
  const { inForce } = done(await editing(context, { connectorId: id }));
  const published = await publishConnector(context, {
    connectorId: id,
    baseVersion: inForce.version,
    draft: { ...inForce.draft, ...changes },
    reason: 'Agreed by phone',
    ...(note && { note }),
  });
  return done(published).version;
}

/** What the operation has answered; throws where it has refused. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}
