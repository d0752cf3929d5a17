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
import { flagIn, isFields, plainRecord } from './exchange-values';
import type { RecordFields } from './kept-settings';

/** A pasted text or a file: JSON where it begins like it, lines of domains otherwise. */
export function readAcceptedDomains(text: string): DomainLine[] {
  const given = text.replace(/^\ufeff/, '').trim();
  return /^[[{]/.test(given) ? readJson(given) : readDomainLines(given);
}

function readJson(text: string): DomainLine[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ at: 1, text: text.slice(0, 80), said: refused('acceptedDomain.json') }];
  }
  return objectsIn(value).map((one, index) => ({
    at: index + 1,
    text: (isFields(one) && nameIn(one)) || JSON.stringify(one).slice(0, 80),
    said: isFields(one) ? readDomainObject(plainRecord(one)) : refused('acceptedDomain.noName'),
  }));
}

/** Windows PowerShell wraps a list that went through a variable: `{ value: […], Count: 2 }`. */
function objectsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isFields(value) && Array.isArray(value.value)) return value.value;
  return [value];
}

/** One object of Get-AcceptedDomain that went through plainRecord(). */
export function readDomainObject(fields: RecordFields): Parsed<SaidDomain> {
  const name = nameIn(fields);
  if (name === undefined) return refused('acceptedDomain.noName');
  const domain = parseHostName(name);
  if (!domain.ok) return domain;
  const { DomainType } = fields;
  const type =
    typeof DomainType === 'string'
      ? parseDomainType(DomainType)
      : refused('acceptedDomain.unknownType', {
          value: DomainType === undefined ? '–' : JSON.stringify(DomainType).slice(0, 80),
        });
  if (!type.ok) return type;
  const matchSubDomains = flagIn(fields, 'MatchSubDomains') ?? false;
  if (matchSubDomains && type.value === 'authoritative')
    return refused('acceptedDomain.subDomainsNeedRelay', { value: domain.value });
  const isDefault = flagIn(fields, 'Default') ?? false;
  return parsed({ domain: domain.value, type: type.value, isDefault, matchSubDomains });
}

/** DomainName is a text, or on Exchange Server an object. */
export function nameIn({ DomainName }: RecordFields): string | undefined {
  const name = isFields(DomainName) ? (DomainName.Domain ?? DomainName.Address) : DomainName;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}
