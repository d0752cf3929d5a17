// A connector's record, as Get-OutboundConnector and Get-InboundConnector print it, in and out. What the console does not
// know, or would write otherwise, is kept beside the connector; nothing is corrected.
import type { Connector, PartnerKind } from '../mailflow/connector';
import { NAME_MAX } from '../mailflow/connector-rules';
import { chosenSettings, isBounded } from '../mailflow/exchange-origin';
import { connectorParameters } from './connector-parameters';
import type { ImportNote, ReadObject } from './exchange-file';
import { flagIn, guidIn, plainRecord, textIn } from './exchange-values';
import { readInbound } from './inbound-record';
import { keptOf, type RecordFields, sameValue, unsaidIn, withKept } from './kept-settings';
import { readOutbound } from './outbound-record';
import { failed, note, type Reading, readChoice } from './record-reading';

/** The connector as a record: its own settings, its Guid, and what is kept for Exchange where it still stands. */
export function recordOf(connector: Connector): RecordFields {
  const { exchange } = connector;
  const guid = exchange?.guid === undefined ? undefined : { Guid: exchange.guid };
  return { ...withKept(connectorParameters(connector), exchange), ...guid };
}

/** `given` is the object as JSON has it; `line` is where it begins. */
export function readConnectorRecord(
  given: RecordFields,
  line: number,
  direction: Connector['direction'],
): ReadObject<Connector> {
  const { Guid, ...fields } = plainRecord(given);
  const guid = guidIn({ Guid: Guid ?? null });
  const reading: Reading = { fields, notes: [] };
  const name = textIn(fields, 'Name');
  const found = { line, name: name || textIn(fields, 'Identity'), ...(guid !== undefined && { guid }) };
  const connector = readSettings(reading, direction);
  if (!connector) return { ...found, ok: false, notes: errorsFirst(reading.notes) };
  const own = connectorParameters(connector);
  const kept = keptOf(fields, own);
  noteKept(reading, kept);
  const exchange = { ...(guid !== undefined && { guid }), kept };
  if (!isBounded(exchange)) {
    failed(reading, 'tooMuchKept');
    return { ...found, ok: false, notes: errorsFirst(reading.notes) };
  }
  const unsaid = unsaidIn(fields, own);
  return { ...found, ok: true, value: { ...connector, exchange }, notes: reading.notes, unsaid };
}

/** As long as a set-up file takes it: the service's own, shorter limit is told where somebody edits. */
const COMMENT_MAX = 10_000;

const PARTNER_KIND = new Map<string, PartnerKind>([
  ['onpremises', 'onPremises'],
  ['partner', 'partner'],
]);

function readSettings(reading: Reading, direction: Connector['direction']): Connector | undefined {
  const { fields } = reading;
  const name = textIn(fields, 'Name');
  if (name === '') return failed(reading, 'noName');
  if ([...name].length > NAME_MAX) return failed(reading, 'nameTooLong');
  const description = textIn(fields, 'Comment');
  if (description.length > COMMENT_MAX) return failed(reading, 'commentTooLong');
  if (textIn(fields, 'ConnectorType') === '') note(reading, 'connectorTypeUnsaid');
  const partnerKind = readChoice(reading, 'ConnectorType', PARTNER_KIND, 'partner');
  const own = {
    name,
    description,
    enabled: flagIn(fields, 'Enabled') ?? true,
    retainInternalHeaders: flagIn(fields, 'CloudServicesMailEnabled') ?? false,
  };
  return direction === 'outbound'
    ? readOutbound(reading, { ...own, partnerKind })
    : readInbound(reading, own, partnerKind);
}

/** What nobody could see in the console otherwise: settings that it does not know and somebody chose. */
function noteKept(reading: Reading, kept: ReturnType<typeof keptOf>): void {
  const unknown = chosenSettings({ kept }).filter(({ instead }) => instead === undefined);
  const names = unknown.map(({ name }) => name);
  if (names.length > 0) note(reading, 'keptSettings', names, 'info');
}

function errorsFirst(notes: readonly ImportNote[]): readonly [ImportNote, ...ImportNote[]] {
  const [first, ...others] = [...notes].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  if (!first) throw new Error('a record that can not be taken over says why');
  return [first, ...others];
}

/**
 * The connector `here` once the record `read` was taken over: what the record does not say stays as it is here. Its
 * settings are those of `here`, letter for letter, where the service would see no difference.
 */
export function takenOver(here: Connector, read: Connector, unsaid: readonly string[]): Connector {
  const [before, said] = [recordOf(here), recordOf(read)];
  const silent = new Set(unsaid);
  const after = readConnectorRecord(
    { ...before, ...Object.fromEntries(Object.entries(said).filter(([name]) => !silent.has(name))) },
    1,
    read.direction,
  );
  if (!after.ok) return read;
  const mine = connectorParameters(here);
  const isSame = Object.entries(connectorParameters(after.value)).every(([name, value]) =>
    sameValue(name, value, mine[name] ?? null),
  );
  return isSame && after.value.exchange ? { ...here, exchange: after.value.exchange } : after.value;
}
