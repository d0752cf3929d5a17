// A new connector that begins with another's settings. Stores nothing: the wizard for a new one goes on with the draft.
import type { z } from 'zod';
import { findConnector, nameTaken } from '../data/connectors';
import type { Store } from '../data/store';
import type { ConnectorDraft } from '../mailflow/connector-draft';
import { NAME_MAX } from '../mailflow/connector-rules';
import { fromConnector } from '../mailflow/draft-to-connector';
import { copiedOrigin } from '../mailflow/exchange-origin';
import { connectorIdInput } from './bulk';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

export const cloneConnectorInput = connectorIdInput;

export type ConnectorClone = Readonly<{ sourceName: string; draft: ConnectorDraft }>;

/**
 * The settings of the connector in force under a name that is free, and turned off: two alike would share the mail.
 * Problem: notFound.
 */
export async function cloneConnector(
  context: OperationContext,
  { connectorId }: z.output<typeof cloneConnectorInput>,
): Promise<Outcome<ConnectorClone>> {
  const asked = allowed(context, 'connector:create');
  if (!asked.ok) return asked;
  const source = await findConnector(context.store, connectorId);
  if (!source) return problem({ kind: 'notFound' });
  const { name: sourceName } = source.connector;
  const name = await freeName(context.store, sourceName);
  const draft = fromConnector(source.connector);
  const exchange = copiedOrigin(draft.exchange);
  return done({ sourceName, draft: { ...draft, name, enabled: false, exchange } });
}

const TRIES = 100;

/** `name 2`, `name 3` and so on, cut to what a name may have; empty where so many are taken that nobody tells them apart. */
async function freeName(store: Store, name: string): Promise<string> {
  const stem = name.replace(/ \d{1,3}$/, '');
  for (let number = 2; number < TRIES; number += 1) {
    const suffix = ` ${number}`;
    const candidate =
      [...stem]
        .slice(0, NAME_MAX - suffix.length)
        .join('')
        .trimEnd() + suffix;
    if (!(await nameTaken(store, candidate))) return candidate;
  }
  return '';
}
