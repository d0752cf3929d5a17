// The commands that make a connector, and what of it they can't say.
import type { Connector } from '../mailflow/connector';
import { chosenSettings } from '../mailflow/exchange-origin';
import { formatSmartHost, SMTP_PORT } from '../mailflow/smart-host';
import { CMDLET_PARAMETERS, type KnownCmdlet } from './cmdlet-parameters';
import { recordOf } from './connector-record';
import type { RecordFields } from './kept-settings';
import { commanded, noted, type ScriptPart } from './script-frame';
import { newSettings } from './writable-settings';

/** `New-OutboundConnector`, `Remove-InboundConnector`. */
export const connectorCmdlet = <Verb extends 'New' | 'Set' | 'Remove' | 'Validate'>(
  verb: Verb,
  { direction }: Connector,
): `${Verb}-${'Inbound' | 'Outbound'}Connector` =>
  `${verb}-${direction === 'outbound' ? 'Outbound' : 'Inbound'}Connector`;

/** The connector's record as Exchange Online can have it: its smart hosts have no port there. */
export function connectorRecord(connector: Connector): RecordFields {
  const record = recordOf(connector);
  const ports = new Map(oddPorts(connector).map((host) => [formatSmartHost(host), host.host]));
  if (ports.size === 0 || !Array.isArray(record.SmartHosts)) return record;
  return { ...record, SmartHosts: record.SmartHosts.map((host) => ports.get(String(host)) ?? host) };
}

/** `New-…Connector`, and for what only Set- takes a Set- behind it. `name` is the one that the tenant gives it for now. */
export function newConnectorParts(connector: Connector, name = connector.name): ScriptPart[] {
  const cmdlet = connectorCmdlet('New', connector);
  const record = connectorRecord(connector);
  const { parameters, leftOut } = newSettings(cmdlet, { ...record, Name: name });
  const recipients = connector.direction === 'outbound' ? connector.validationRecipients : [];
  return [
    ...portNotes(connector),
    ...leftOutNotes(connector.name, [...leftOut, ...unknownSettings(connector, cmdlet)]),
    commanded(cmdlet, { Name: name, ...parameters }),
    ...(recipients.length > 0
      ? [commanded('Set-OutboundConnector', { Identity: name, ValidationRecipients: recipients })]
      : []),
  ];
}

/** What stands in the connector's record and has no parameter. */
const unknownSettings = ({ exchange }: Connector, cmdlet: KnownCmdlet): readonly string[] => {
  const known: readonly string[] = CMDLET_PARAMETERS[cmdlet];
  return chosenSettings(exchange).flatMap(({ name }) => (known.includes(name) ? [] : [name]));
};

export const leftOutNotes = (name: string, settings: readonly string[]): ScriptPart[] =>
  settings.map((setting) => noted('settingLeftOut', { name, setting }));

export const portNotes = (connector: Connector): ScriptPart[] =>
  oddPorts(connector).map(({ host, port }) => noted('smartHostPort', { name: connector.name, host, port }));

const oddPorts = (connector: Connector) =>
  connector.direction === 'outbound' && connector.delivery.by === 'smartHosts'
    ? connector.delivery.hosts.filter(({ port }) => port !== SMTP_PORT)
    : [];
