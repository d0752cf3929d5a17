// The whole set-up as routes hang on it: connectors in force, transport rules, accepted domains. Changes nothing.
import { readConnector } from '../mailflow/connector';
import type { ConnectorHealth } from '../mailflow/health';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { listAcceptedDomains } from './accepted-domains';
import { clientOf, type Store, type Tx } from './store';
import { listTransportRules } from './transport-rules';

/** All of it. What is changed while it is read may be there in part: `routeRevision`, read before it, is then old. */
export async function readSetup(store: Store | Tx): Promise<MailSetup> {
  const [connectors, rules, domains] = await Promise.all([
    connectorsInForce(store),
    listTransportRules(store),
    listAcceptedDomains(store),
  ]);
  return {
    connectors,
    transportRules: rules.map(({ id, rule }) => ({ id, rule })),
    acceptedDomains: domains.map(({ accepted }) => accepted),
  };
}

/** A number that is another one after each change of what `readSetup` answers, on whichever machine it was made. */
export async function routeRevision(store: Store): Promise<number> {
  const { revision } = await store.client.routeHead.findUniqueOrThrow({ where: { id: 1 } });
  return revision;
}

type Row = Readonly<{ id: string; health: string; settings: unknown }>;

/** One statement: Prisma's own queries can't join a row with the version that one of its columns names. */
async function connectorsInForce(store: Store | Tx): Promise<KeptConnector[]> {
  const rows = await clientOf(store).$queryRaw<Row[]>`
    SELECT c."id", c."health", v."settings" FROM "Connector" c
    JOIN "ConnectorVersion" v ON v."connectorId" = c."id" AND v."number" = c."currentVersionNumber"
    WHERE c."nameKey" IS NOT NULL`;
  return rows.map(({ id, health, settings }) => ({
    id,
    connector: readConnector(typeof settings === 'string' ? JSON.parse(settings) : settings),
    health: health as ConnectorHealth,
  }));
}
