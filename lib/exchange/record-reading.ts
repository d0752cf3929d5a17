// What the readers of one record share: its fields, and the notes that come up while it is read.
import type { Parsed, Severity } from '../mailflow/finding';
import type { ImportNote } from './exchange-file';
import { listIn, textIn } from './exchange-values';
import type { ImportNoteCode } from './import-note-codes';
import type { RecordFields } from './kept-settings';

export type Reading = Readonly<{ fields: RecordFields; notes: ImportNote[] }>;

/** A note; `value` is what of the record it is about. */
export function note(
  { notes }: Reading,
  code: ImportNoteCode,
  value: string | readonly string[] = [],
  severity: Severity = 'warning',
): void {
  const text = shortened(typeof value === 'string' ? value : value.join(', '));
  notes.push({ code, severity, ...(text !== '' && { params: { value: text } }) });
}

/** For an object that can't be taken over. */
export const failed = (reading: Reading, code: ImportNoteCode): undefined => {
  note(reading, code, [], 'error');
};

const SHOWN_MAX = 120;
/** As much of a value as a note shows. */
export const shortened = (text: string) => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

/** The property's entries that the console can read, each once; the others get a note and stay in what is kept. */
export function readList<T>(
  reading: Reading,
  name: string,
  parse: (entry: string) => Parsed<T>,
  spell: (value: T) => string = String,
): T[] {
  const values = new Map<string, T>();
  for (const entry of listIn(reading.fields, name)) {
    const read = parse(entry);
    if (!read.ok) unreadable(reading, name, entry);
    else if (!values.has(spell(read.value).toLowerCase()))
      values.set(spell(read.value).toLowerCase(), read.value);
  }
  return [...values.values()];
}

/** The property's value in the table; the first entry's where it is none of them or not said. */
export function readChoice<T>(reading: Reading, name: string, table: ReadonlyMap<string, T>, unsaid: T): T {
  const text = textIn(reading.fields, name);
  const value = table.get(text.toLowerCase());
  if (value === undefined && text !== '') unreadable(reading, name, text);
  return value ?? unsaid;
}

export function unreadable({ notes }: Reading, property: string, value: string): void {
  const params = { property, value: shortened(value) };
  notes.push({ code: 'unreadableValue', severity: 'warning', params });
}
