// Get-TransportRule's record → the rule as the service behaves. What the console can't judge or does not know is kept for
// Exchange, and a note says what that means; nothing is corrected.
import { isBounded, type Json } from '../mailflow/exchange-origin';
import type { ConnectorReference, TransportRule } from '../mailflow/transport-rule';
import { parseRuleName } from '../mailflow/transport-rule-draft';
import type { ReadObject } from './exchange-file';
import { flagIn, guidIn, isFields, plainRecord, textIn } from './exchange-values';
import { keptOf, type RecordFields, unsaidIn, valueIn } from './kept-settings';
import { sizeInBytes } from './message-size';
import { note, type Reading } from './record-reading';
import { readConditions } from './rule-conditions-record';
import { ACTIONS, EXCEPT, STOPPING_ACTIONS } from './rule-parameter-names';
import { ruleParameters } from './rule-parameters';
import { entriesIn, isAsked } from './rule-predicates';

/** Other rules are nothing to the console: it leaves them aside. */
export const leadsToConnector = (given: RecordFields): boolean => isAsked(valueIn(given, CONNECTOR) ?? null);

const CONNECTOR = 'RouteMessageOutboundConnector';

/**
 * `given` is the object as JSON has it; `line` is where it begins. `nameOf` knows the file's connectors by GUID. A rule that
 * only reports what it would do (Mode) redirects nothing, so it counts as off.
 */
export function readRuleRecord(
  given: RecordFields,
  line: number,
  nameOf: (guid: string) => string | undefined = () => undefined,
): ReadObject<TransportRule> {
  const { Guid, ...plain } = plainRecord(given);
  const guid = guidIn({ Guid: Guid ?? null });
  const fields = Object.fromEntries(Object.entries(plain).map(spelled));
  const reading: Reading = { fields, notes: [] };
  const name = textIn(fields, 'Name');
  const found = { line, name: name || textIn(fields, 'Identity'), ...(guid !== undefined && { guid }) };
  const read = parseRuleName(name);
  if (!read.ok) {
    const code = name === '' ? 'noName' : 'ruleNameUnfit';
    return { ...found, ok: false, notes: [{ code, severity: 'error' }] };
  }
  const connector = readConnector(reading, nameOf);
  const rule: TransportRule = {
    name: read.value,
    enabled: (flagIn(fields, 'Enabled') ?? true) && isEnforced(reading),
    priority: Number(/^\d{1,9}$/.exec(textIn(fields, 'Priority'))?.[0] ?? 0),
    conditions: readConditions(reading, 'conditions'),
    exceptions: readConditions(reading, 'exceptions'),
    connector,
    stopProcessing: flagIn(fields, 'StopRuleProcessing') ?? false,
  };
  noteSettings(reading);
  const { parameters } = ruleParameters(rule);
  const said = Object.entries(fields).filter(
    ([name, value]) => Object.hasOwn(parameters, name) || !isEmpty(value),
  );
  const exchange = {
    ...(guid !== undefined && { guid }),
    kept: keptOf(Object.fromEntries(said), parameters),
  };
  if (!isBounded(exchange))
    return { ...found, ok: false, notes: [{ code: 'tooMuchKept', severity: 'error' }] };
  return {
    ...found,
    ok: true,
    value: { ...rule, exchange },
    notes: reading.notes,
    unsaid: unsaidIn(fields, parameters),
  };
}

/** Says nothing: Get-TransportRule prints all properties that there are. */
const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.every(isEmpty));

/** @see Microsoft.Exchange.MessagingPolicies.Rules.RuleState, RuleMode; …Rules.Tasks.FromUserScope, ToUserScope */
const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  State: { 0: 'Enabled', 1: 'Disabled' },
  Mode: { 1: 'Audit', 2: 'AuditAndNotify', 3: 'Enforce' },
  FromScope: { 0: 'InOrganization', 1: 'NotInOrganization' },
  SentToScope: { 0: 'InOrganization', 1: 'NotInOrganization', 2: 'ExternalPartner', 3: 'ExternalNonPartner' },
};
const SIZES: ReadonlySet<string> = new Set(['MessageSizeOver', 'AttachmentSizeOver']);
const ENABLED: Readonly<Record<string, boolean>> = { enabled: true, disabled: false };

/** As the cmdlets take it: enums by name, sizes in bytes, State as Enabled. */
function spelled([property, value]: [string, Json]): [string, Json] {
  const name = property.startsWith(EXCEPT) ? property.slice(EXCEPT.length) : property;
  if (SIZES.has(name)) return [property, sizeInBytes(value) ?? value];
  const names = Object.hasOwn(ENUMS, name) ? ENUMS[name] : undefined;
  const text = String(value);
  const spelling =
    names?.[text] ?? Object.values(names ?? {}).find((one) => one.toLowerCase() === text.toLowerCase());
  if (name !== 'State' || spelling === undefined) return [property, spelling ?? value];
  return ['Enabled', ENABLED[spelling.toLowerCase()] ?? true];
}

function isEnforced(reading: Reading): boolean {
  const mode = textIn(reading.fields, 'Mode');
  const enforced = mode === '' || mode === 'Enforce';
  if (!enforced) note(reading, 'ruleMode', mode);
  return enforced;
}

/** By name, by distinguished name, whose first part is the name, or by GUID. */
function readConnector(reading: Reading, nameOf: (guid: string) => string | undefined): ConnectorReference {
  const [value] = entriesIn(valueIn(reading.fields, CONNECTOR));
  const text = isFields(value)
    ? textIn(value, 'Name') || textIn(value, 'DistinguishedName')
    : String(value ?? '').trim();
  const first = /^CN=((?:\\.|[^,\\])+),/i.exec(text)?.[1];
  if (first !== undefined) return { by: 'name', name: first.replace(/\\(.)/g, '$1') };
  const guid = guidIn({ Guid: text });
  const name = guid === undefined ? text : nameOf(guid);
  if (name === undefined) note(reading, 'ruleConnectorByGuid', text);
  return { by: 'name', name: name ?? text };
}

/** Settings and actions that the console keeps and never judges. */
function noteSettings(reading: Reading): void {
  const { fields } = reading;
  const set = (names: readonly string[]) => names.filter((name) => isAsked(valueIn(fields, name) ?? null));
  const stopping = set(STOPPING_ACTIONS);
  if (stopping.length > 0) note(reading, 'ruleStopsMail', stopping);
  const others = set(ACTIONS);
  if (others.length > 0) note(reading, 'ruleOtherActions', others, 'info');
  const dates = set(['ActivationDate', 'ExpiryDate']);
  if (dates.length > 0) note(reading, 'ruleDates', dates);
  const location = textIn(fields, 'SenderAddressLocation');
  if (/envelope/i.test(location)) note(reading, 'ruleSenderLocation', location, 'info');
}
