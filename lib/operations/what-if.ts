// The set-up as it would be after one change of one connector, and its routes. Changes nothing.
import { findDraft } from '../data/connector-drafts';
import type { Store } from '../data/store';
import type { Connector } from '../mailflow/connector';
import { toConnector } from '../mailflow/draft-to-connector';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { type CompiledRoutes, compileRoutes } from '../mailflow/route';
import { type ConnectorChange, withConnectors } from '../mailflow/setup-change';
import type { CompiledSetup } from './mail-setup';
import type { WhatIf } from './route-trace-query';

/** Why it can't be told. `incomplete`: the draft is not ready to be published. */
export type NoWhatIf = 'notFound' | 'noDraft' | 'incomplete';

export type SetupAfter = Readonly<{ name: string; setup: MailSetup; routes: CompiledRoutes }>;

/** The set-up in force with the change; or the connector's name, as far as there is one, and why not. */
export async function setupAfter(
  store: Store,
  inForce: CompiledSetup,
  whatIf: WhatIf,
): Promise<SetupAfter | Readonly<{ name?: string; problem: NoWhatIf }>> {
  const kept = inForce.setup.connectors.find(({ id }) => id === whatIf.connectorId);
  if (!kept) return { problem: 'notFound' };
  const { name } = kept.connector;
  const changed = await change(store, kept, whatIf);
  if ('problem' in changed) return { name, ...changed };
  return { name, ...compiled(inForce.setup, { id: kept.id, connector: changed.connector }, changed.key) };
}

type Changed = Readonly<{ connector: Connector; key: string }>;

async function change(
  store: Store,
  { id, connector }: KeptConnector,
  { change }: WhatIf,
): Promise<Changed | Readonly<{ problem: NoWhatIf }>> {
  if (change !== 'publish') {
    return { connector: { ...connector, enabled: change === 'turnOn' }, key: `${change}:${id}` };
  }
  const stored = await findDraft(store, id);
  if (!stored) return { problem: 'noDraft' };
  const drafted = toConnector(stored.draft);
  return drafted ? { connector: drafted, key: `${id}:${stored.revision}` } : { problem: 'incomplete' };
}

/** The last what-if of each set-up in force: while somebody types, one and the same is asked for again and again. */
const last = new WeakMap<MailSetup, Readonly<{ key: string; after: Omit<SetupAfter, 'name'> }>>();

function compiled(inForce: MailSetup, changed: ConnectorChange, key: string): Omit<SetupAfter, 'name'> {
  const known = last.get(inForce);
  if (known?.key === key) return known.after;
  const setup = withConnectors(inForce, [changed]);
  const after = { setup, routes: compileRoutes(setup) };
  last.set(inForce, { key, after });
  return after;
}
