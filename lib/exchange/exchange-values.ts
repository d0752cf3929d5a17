// One value of a record, whichever PowerShell wrote it: wrapped lists, enums as numbers or pairs, dates of the old JSON, one
// text where a list of one is meant. Refuses nothing: what has another shape reads as not said.
import type { Json } from '../mailflow/exchange-origin';
import { type RecordFields, valueIn } from './kept-settings';

export const isFields = (value: unknown): value is RecordFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record without PowerShell's wrappings and the notes of its transport. */
export const plainRecord = (fields: RecordFields): RecordFields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !isTransport(name))
      .map(([name, value]) => [name, enumName(name, plain(value))]),
  );

const TRANSPORT: ReadonlySet<string> = new Set([
  ...['PSComputerName', 'PSShowComputerName', 'PSSourceJobInstanceId', 'RunspaceId'],
]);
/** `SmartHosts@odata.type` and the like stand beside a property and say its type. */
const isTransport = (name: string): boolean => TRANSPORT.has(name) || /@(odata|data)\.\w+$/.test(name);

/** `{ value: […], Count }` is its list, `{ value: 2, Value: "Partner" }` its name, `/Date(0)/` the time in ISO 8601. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') return plainText(value);
  if (!isFields(value)) return value;
  const wrapped = valueIn(value, 'value');
  if (Array.isArray(wrapped) && Object.keys(value).every((key) => key === 'value' || key === 'Count'))
    return wrapped.map(plain);
  const name = valueIn(value, 'Value');
  if (typeof name === 'string' && Object.keys(value).length === 2 && wrapped !== undefined) return name;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function plainText(text: string): string {
  const ms = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  const time = ms === undefined ? undefined : new Date(Number(ms));
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : text;
}

/** @see Microsoft.Exchange.Data.TenantConnectorType, TlsAuthLevel (there is no 3), AcceptedDomainType */
const ENUMS = new Map<string, ReadonlyMap<number, string>>([
  [
    'ConnectorType',
    new Map([
      [1, 'OnPremises'],
      [2, 'Partner'],
    ]),
  ],
  [
    'TlsSettings',
    new Map([
      [1, 'EncryptionOnly'],
      [2, 'CertificateValidation'],
      [4, 'DomainValidation'],
    ]),
  ],
  [
    'DomainType',
    new Map([
      [0, 'Authoritative'],
      [1, 'ExternalRelay'],
      [2, 'InternalRelay'],
    ]),
  ],
]);

function enumName(property: string, value: Json): Json {
  const number = typeof value === 'string' && /^\d$/.test(value) ? Number(value) : value;
  return (typeof number === 'number' ? ENUMS.get(property)?.get(number) : undefined) ?? value;
}

/** The property's text without blanks around it; `''` where there is none. */
export function textIn(fields: RecordFields, name: string): string {
  const value = valueIn(fields, name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** Undefined where the record does not say it. */
export function flagIn(fields: RecordFields, name: string): boolean | undefined {
  const value = valueIn(fields, name);
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? FLAGS.get(value.trim().toLowerCase()) : undefined;
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['$true', true],
  ['false', false],
  ['$false', false],
]);

/** The property's entries; one text counts as a list of it. */
export function listIn(fields: RecordFields, name: string): readonly string[] {
  const value = valueIn(fields, name) ?? [];
  return (Array.isArray(value) ? value : [value]).map(entryText).filter((entry) => entry !== '');
}

/** An entry is a text, or on Exchange Server an object with a domain or an address in it. */
function entryText(entry: Json): string {
  if (typeof entry === 'string') return entry.trim();
  if (!isFields(entry)) return entry === null ? '' : String(entry);
  const domain = textIn(entry, 'Domain');
  if (domain !== '') return flagIn(entry, 'IncludeSubDomains') ? `*.${domain.replace(/^\*\./, '')}` : domain;
  return textIn(entry, 'Address') || textIn(entry, 'Name') || JSON.stringify(entry);
}

/** `smtp:contoso.com;1`, as the service stores an address space, and `contoso.com`, as the cmdlet takes it. */
export const withoutCost = (entry: string): string => entry.replace(/^smtp:/i, '').replace(/;\d+$/, '');

/** In lower case and without braces; undefined where it is none. */
export function guidIn(fields: RecordFields): string | undefined {
  const guid = textIn(fields, 'Guid')
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) ? guid : undefined;
}
