// Adding to a list of domains, hosts or addresses: a value counts only once it was added.
import { LIST_MAX, type ListField, parseEntry } from './connector-draft';
import type { Finding, Parsed } from './finding';

/** What adding did: the new list, the text that could not be added, and the first reason why. */
export type Added = Readonly<{ entries: string[]; rest: string; added: number; finding?: Finding }>;

/**
 * Adds what was typed or pasted. Lines, commas and semicolons part entries; each is kept in its one spelling.
 * Entries that are wrong or already there stay in `rest`, so that nothing typed is lost.
 */
export function addEntries(field: ListField, entries: readonly string[], text: string): Added {
  const { finding, ...added } = addParsed(parseEntry[field], entries, text);
  return { ...added, ...(finding && { finding: { ...finding, field } }) };
}

/** The same for any list whose entries `parse` reads. */
export function addParsed(
  parse: (text: string) => Parsed<string>,
  entries: readonly string[],
  text: string,
): Added {
  const next = [...entries];
  const rest: string[] = [];
  let finding: Finding | undefined;
  for (const piece of pieces(text)) {
    const reason = addOne(parse(piece), next);
    if (!reason) continue;
    rest.push(piece);
    finding ??= reason;
  }
  const added = next.length - entries.length;
  return { entries: next, rest: rest.join('\n'), added, ...(finding && { finding }) };
}

function pieces(text: string): string[] {
  const found = text.split(/[\r\n,;]+/).filter((piece) => piece.trim() !== '');
  return found.length > 0 ? found : [text];
}

function addOne(read: Parsed<string>, entries: string[]): Finding | undefined {
  if (!read.ok) return read.finding;
  const key = entryKey(read.value);
  if (entries.some((entry) => entryKey(entry) === key)) {
    return { code: 'list.duplicate', severity: 'error', params: { value: read.value } };
  }
  if (entries.length >= LIST_MAX)
    return { code: 'list.tooMany', severity: 'error', params: { max: LIST_MAX } };
  entries.push(read.value);
  return undefined;
}

/** Two entries with the same key are the same host, domain or mailbox: case never tells them apart. */
export const entryKey = (entry: string): string => entry.toLowerCase();
