// What of an object's record the console keeps beside its own settings, and the record with both put together again.
import type { ExchangeOrigin, Json, KeptSetting } from '../mailflow/exchange-origin';

/** By the name of the cmdlet's parameter, which is also the property that Get- prints. */
export type RecordFields = Readonly<Record<string, Json>>;

/**
 * The whole record: what the console writes (`own`), and over it what is kept, where the console's own value is still the
 * one that it would have written when the record was read. Properties that Get- prints and no cmdlet takes are in it too.
 */
export function withKept(own: RecordFields, origin: ExchangeOrigin | undefined): RecordFields {
  const kept = (origin?.kept ?? []).filter(({ name, instead }) => {
    const mine = valueIn(own, name);
    return mine === undefined || (instead !== undefined && sameValue(name, instead, mine));
  });
  return { ...own, ...Object.fromEntries(kept.map(({ name, value }) => [name, value])) };
}

/** What has to be kept so that withKept() brings `record` back: all that the console would not write so. Sorted by name. */
export function keptOf(record: RecordFields, own: RecordFields): readonly KeptSetting[] {
  return Object.entries(record)
    .filter(([name, value]) => !isUnsaid(value, valueIn(own, name)) && !isKnown(name, value, own))
    .map(([name, value]) => {
      const instead = valueIn(own, name);
      return { name, value, ...(instead !== undefined && { instead }) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The console's properties of which the record says nothing; there the service's default stands in the value. */
export const unsaidIn = (record: RecordFields, own: RecordFields): readonly string[] =>
  Object.keys(own).filter((name) => isUnsaid(valueIn(record, name), own[name]));

/** A record may have properties of any name, `constructor` too. */
export const valueIn = (fields: RecordFields, name: string): Json | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Absent; or empty where only a choice makes sense, which no cmdlet takes. */
const isUnsaid = (value: Json | undefined, own: Json | undefined): boolean =>
  value === undefined || (typeof own === 'boolean' && (value === null || value === ''));

const isKnown = (name: string, value: Json, own: RecordFields): boolean => {
  const mine = valueIn(own, name);
  return mine !== undefined && sameValue(name, value, mine);
};

/** Names and comments are taken letter by letter; elsewhere case, order and an address space's default cost say nothing. */
const LITERAL: ReadonlySet<string> = new Set(['Name', 'Comment']);

/** True where the service reads both values of the property alike. */
export function sameValue(name: string, one: Json, other: Json): boolean {
  return LITERAL.has(name) ? (one ?? '') === (other ?? '') : spelling(one) === spelling(other);
}

/** No value, an empty text and an empty list are spelled alike, and so are one text and a list of it. */
function spelling(value: Json): string {
  if (value === null || value === '') return '[]';
  const entries = Array.isArray(value) ? value : [value];
  return JSON.stringify([...new Set(entries.map(entrySpelling))].sort());
}

function entrySpelling(entry: Json): string {
  if (typeof entry !== 'string') return JSON.stringify(entry);
  const text = entry.trim().toLowerCase();
  return /^smtp:(.*?)(;1)?$/.exec(text)?.[1] ?? text;
}
