// A connector's settings out of an audit entry's details, where they are such.
import type { Connector } from '@/lib/mailflow/connector';
import { readConnector } from '@/lib/mailflow/connector';
import { fromConnector, toConnector } from '@/lib/mailflow/draft-to-connector';
import { type Details, objectIn } from './read-details';

/** The settings under `key`; undefined where they are not there or not those of a connector. */
export function connectorIn(details: Details, key: string): Connector | undefined {
  const held = objectIn(details, key);
  if (!held) return undefined;
  try {
    // There and back: what comes out is whole, whatever went in.
    return toConnector(fromConnector(readConnector(held)));
  } catch {
    return undefined;
  }
}
