// Ten thousand connectors, alike enough to be made fast and different enough for order, search and pages to work.
import { randomUUID } from 'node:crypto';
import { insertConnector } from '../lib/data/connectors';
import { toJson } from '../lib/data/json';
import type { Store } from '../lib/data/store';
import { OUTBOUND_DEFAULTS, type OutboundConnector } from '../lib/mailflow/connector';
import { fingerprint, planOf } from '../lib/mailflow/fingerprint';

const BATCH = 250;
/** SQLite binds at most 32,766 values in a statement. */
const VERSION_BATCH = 2_000;

type Filled = Readonly<{ store: Store }>;

/** Fills the store with connectors up to number `count`, from `first` on. */
export async function addConnectors({ store }: Filled, count: number, first = 0): Promise<void> {
  for (let from = first; from < count; from += BATCH) {
    await store.write(async (tx) => {
      for (let index = from; index < Math.min(from + BATCH, count); index += 1) {
        const connector = connectorNumber(index);
        await insertConnector(tx, {
          connector,
          fingerprint: fingerprint(planOf(connector)),
          createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
          createdById: 'bench',
          createdByName: 'Bench',
          failureAcknowledged: false,
        });
      }
    });
  }
}

/** Gives every connector there so many more versions, each with another description; the last one is in force. */
export async function addVersions({ store }: Filled, perConnector: number): Promise<void> {
  const connectors = await store.client.connector.findMany({ select: { id: true, fingerprint: true } });
  for (let number = 2; number <= perConnector; number += 1) {
    for (let from = 0; from < connectors.length; from += VERSION_BATCH) {
      const data = connectors.slice(from, from + VERSION_BATCH).map(({ id, fingerprint: tested }, index) => ({
        connectorId: id,
        number,
        settings: toJson({ ...connectorNumber(from + index), description: `As of version ${number}.` }),
        fingerprint: tested,
        createdAt: new Date(Date.UTC(2026, 1, number)),
        createdById: 'bench',
        createdByName: 'Bench',
      }));
      await store.write((tx) => tx.connectorVersion.createMany({ data }));
    }
  }
  await store.write((tx) => tx.connector.updateMany({ data: { currentVersionNumber: perConnector } }));
}

/** One connector; its name begins with letters that do not follow its number. */
export function connectorNumber(index: number): OutboundConnector {
  const domain = `branch-${index}.contoso.com`;
  return {
    ...OUTBOUND_DEFAULTS,
    direction: 'outbound',
    partnerKind: 'onPremises',
    name: `${randomUUID().slice(0, 6)} branch ${index}`,
    description: 'Mail for a branch that keeps its own servers.',
    enabled: index % 7 !== 0,
    retainInternalHeaders: true,
    scope: { kind: 'recipientDomains', domains: [{ kind: 'exact', domain }] },
    delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: `mail.${domain}`, port: 25 }] },
    tls: { level: 'certificateValidation' },
    validationRecipients: [`postmaster@${domain}`],
  };
}
