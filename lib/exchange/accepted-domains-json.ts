// `Get-AcceptedDomain | ConvertTo-Json`, in the spellings that PowerShell versions have: one object or a list, wrapped lists,
// enums as numbers, names or both. Drops nothing: an object that can't be read says why.
import {
  type DomainLine,
  parseDomainType,
  readDomainLines,
  type SaidDomain,
} from '../mailflow/accepted-domain-plan';
import { type Parsed, parsed, refused } from '../mailflow/finding';
import { parseHostName } from '../mailflow/host-name';

/** A pasted text or a file: JSON where it begins like it, lines of domains otherwise. */
export function readAcceptedDomains(text: string): DomainLine[] {
  const given = text.replace(/^\ufeff/, '').trim();
  return /^[[{]/.test(given) ? readJson(given) : readDomainLines(given);
}

type Fields = Readonly<Record<string, unknown>>;

function readJson(text: string): DomainLine[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ at: 1, text: text.slice(0, 80), said: refused('acceptedDomain.json') }];
  }
  return objectsIn(value).map((one, index) => ({ at: index + 1, text: shown(one), said: readObject(one) }));
}

/** Windows PowerShell wraps a list that went through a variable: `{ value: […], Count: 2 }`. */
function objectsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isFields(value) && Array.isArray(value.value)) return value.value;
  return [value];
}

function readObject(value: unknown): Parsed<SaidDomain> {
  if (!isFields(value)) return refused('acceptedDomain.noName');
  const name = nameIn(value);
  if (name === undefined) return refused('acceptedDomain.noName');
  const domain = parseHostName(name);
  if (!domain.ok) return domain;
  const type = typeIn(value.DomainType);
  if (!type.ok) return type;
  const matchSubDomains = value.MatchSubDomains === true;
  if (matchSubDomains && type.value === 'authoritative')
    return refused('acceptedDomain.subDomainsNeedRelay', { value: domain.value });
  return parsed({
    domain: domain.value,
    type: type.value,
    isDefault: value.Default === true,
    matchSubDomains,
  });
}

/** DomainName is a text, or on Exchange Server an object. */
function nameIn({ DomainName }: Fields): string | undefined {
  const name = isFields(DomainName) ? (DomainName.Domain ?? DomainName.Address) : DomainName;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** @see Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomainType */
const BY_NUMBER: Readonly<Record<number, string>> = {
  0: 'Authoritative',
  1: 'ExternalRelay',
  2: 'InternalRelay',
};

/** A number, a name, or what a remote session makes of an enum: `{ value: 2, Value: "InternalRelay" }`. */
function typeIn(type: unknown): ReturnType<typeof parseDomainType> {
  if (isFields(type)) return typeIn(type.Value ?? type.value);
  if (typeof type === 'number') return parseDomainType(BY_NUMBER[type] ?? String(type));
  return typeof type === 'string'
    ? parseDomainType(/^[012]$/.test(type) ? (BY_NUMBER[Number(type)] ?? type) : type)
    : refused('acceptedDomain.unknownType', {
        value: type === undefined ? '–' : JSON.stringify(type).slice(0, 80),
      });
}

const shown = (value: unknown): string =>
  (isFields(value) ? nameIn(value) : undefined) ?? JSON.stringify(value).slice(0, 80);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
