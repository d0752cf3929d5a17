// An accepted domain's record, as Get-AcceptedDomain prints it, in and out. Drops nothing: what the console does not know is
// kept beside the domain, and a record that can't be read says why.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import { acceptedDomain } from '../mailflow/accepted-domain-plan';
import { isBounded } from '../mailflow/exchange-origin';
import { nameIn, readDomainObject } from './accepted-domains-json';
import type { ParameterValue } from './connector-parameters';
import type { ReadObject } from './exchange-file';
import { flagIn, guidIn, plainRecord } from './exchange-values';
import type { ImportNoteCode } from './import-note-codes';
import { keptOf, type RecordFields, unsaidIn, withKept } from './kept-settings';
import { note, type Reading } from './record-reading';

/** @see Set-AcceptedDomain; its Identity is the name, and it can make no domain that is not there. */
export function acceptedDomainParameters(domain: AcceptedDomain): Readonly<Record<string, ParameterValue>> {
  return {
    DomainName: domain.domain,
    DomainType: domain.type === 'authoritative' ? 'Authoritative' : 'InternalRelay',
    Default: domain.isDefault,
    MatchSubDomains: domain.type === 'internalRelay' && domain.matchSubDomains,
  };
}

/** The domain as a record: its own settings, its Guid, and what is kept for Exchange where it still stands. */
export function recordOfDomain(domain: AcceptedDomain): RecordFields {
  const { exchange } = domain;
  const guid = exchange?.guid === undefined ? undefined : { Guid: exchange.guid };
  return { ...withKept(acceptedDomainParameters(domain), exchange), ...guid };
}

/** `given` is the object as JSON has it; `line` is where it begins. */
export function readAcceptedDomainRecord(given: RecordFields, line: number): ReadObject<AcceptedDomain> {
  const { Guid, ...fields } = plainRecord(given);
  const guid = guidIn({ Guid: Guid ?? null });
  const found = { line, name: nameIn(fields) ?? '', ...(guid !== undefined && { guid }) };
  const reading: Reading = { fields, notes: [] };
  const said = readDomainObject(withoutVainSubDomains(reading));
  if (!said.ok) {
    const code = WHY.get(said.finding.code) ?? 'domainUnreadable';
    return { ...found, ok: false, notes: [{ code, severity: 'error', params: { value: found.name } }] };
  }
  const value = acceptedDomain(said.value, { type: 'authoritative' });
  const own = acceptedDomainParameters(value);
  const exchange = { ...(guid !== undefined && { guid }), kept: keptOf(fields, own) };
  if (!isBounded(exchange))
    return { ...found, ok: false, notes: [{ code: 'tooMuchKept', severity: 'error' }] };
  const unsaid = unsaidIn(fields, own);
  return { ...found, ok: true, value: { ...value, exchange }, notes: reading.notes, unsaid };
}

const WHY: ReadonlyMap<string, ImportNoteCode> = new Map([
  ['acceptedDomain.noName', 'noName'],
  ['acceptedDomain.externalRelay', 'externalRelay'],
  ['acceptedDomain.unknownType', 'domainTypeUnknown'],
] as const);

/** An authoritative domain has no subdomains that are accepted with it, whatever is said. */
function withoutVainSubDomains(reading: Reading): RecordFields {
  const { fields } = reading;
  if (fields.DomainType !== 'Authoritative' || flagIn(fields, 'MatchSubDomains') !== true) return fields;
  note(reading, 'subDomainsNeedRelay');
  return { ...fields, MatchSubDomains: false };
}
