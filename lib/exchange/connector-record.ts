// A connector's record, as Get-OutboundConnector and Get-InboundConnector print it.
import type { Connector } from '../mailflow/connector';
import { connectorParameters } from './connector-parameters';
import { type RecordFields, withKept } from './kept-settings';

/** The connector as a record: its own settings, and what is kept for Exchange where it still stands. */
export const recordOf = (connector: Connector): RecordFields =>
  withKept(connectorParameters(connector), connector.exchange);
