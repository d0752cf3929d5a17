// Pasted text → header fields: as RFC 5322 folds them, and as programs leave them from which people copy. Never throws;
// reads each character a bounded number of times. What stands behind the headers is not read.
import { hasControlCharacters, withoutControlCharacters } from '../host-name';

/** Characters that are read; no mail system takes headers of this size. */
export const HEADERS_MAX = 2_097_152;

/** Fields that are read: twice what a message has that goes round until the last server gives up, and then some. */
const FIELDS_MAX = 20_000;

/** `value` is unfolded, its line breaks and runs at the folds made one blank, its control characters taken out. */
export type HeaderField = Readonly<{ name: string; value: string }>;

export type ReadFields = Readonly<{
  /** In the order of the text, so the newest trace fields first. */
  fields: readonly HeaderField[];
  /** Something stands behind the headers. */
  body: boolean;
  /** There was more than is read. */
  cut: boolean;
  /** Lines before the first field that are none. */
  skipped: number;
  /** Lines that continue a field and have lost the blank that says so. */
  refolded: number;
  /** Fields with characters that no mail program shows, or that turn the direction of writing. */
  odd: number;
}>;

export function readHeaderFields(text: string): ReadFields {
  let cut = text.length > HEADERS_MAX;
  const given = (cut ? text.slice(0, HEADERS_MAX) : text).replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const lines = withoutMargin(withoutDoubleSpacing(given));
  const found: { name: string; parts: string[] }[] = [];
  const names = new Set<string>();
  let skipped = 0;
  let refolded = 0;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      while (at + 1 < lines.length && isBlank(lines[at + 1] ?? '')) at += 1;
      if (found.length > 0 && !goesOn(lines[at + 1] ?? '', names)) break;
      continue;
    }
    const field = fieldIn(line);
    const current = found.at(-1);
    if (field) {
      if (found.length === FIELDS_MAX) {
        cut = true;
        break;
      }
      found.push({ name: field.name, parts: [field.rest] });
      names.add(field.name.toLowerCase());
    } else if (current) {
      if (!/^\s/.test(line)) refolded += 1;
      current.parts.push(line.trim());
    } else if (!line.startsWith('From ')) skipped += 1;
  }
  let odd = 0;
  const fields = found.map(({ name, parts }) => {
    const value = parts.join(' ').replaceAll('\t', ' ').trim();
    if (!hasControlCharacters(value)) return { name, value };
    odd += 1;
    return { name, value: withoutControlCharacters(value) };
  });
  return { fields, body: !cut && at + 1 < lines.length, cut, skipped, refolded, odd };
}

const isBlank = (line: string): boolean => line.trim() === '';

/** RFC 5322 section 2.2 takes any printable character for a name; what mail systems write is letters, digits, `-`, `_`. */
const FIELD = /^([a-z][a-z0-9_-]{0,126})([ \t]*):(.?)/i;
/** Names of one word. Others that no blank follows are the rest of a folded line: `CIP:192.0.2.1;CTRY:IT`. */
const ONE_WORD = new Set(
  'from to cc bcc date subject sender received comments keywords references importance priority sensitivity'
    .concat(' precedence organization autocrypt lines path newsgroups status')
    .split(' '),
);

function fieldIn(line: string): { name: string; rest: string } | undefined {
  const [head, name = '', blanks = '', after = ''] = FIELD.exec(line) ?? [];
  if (head === undefined) return undefined;
  const plain = name.includes('-') || ONE_WORD.has(name.toLowerCase());
  if (!plain && !/^\s?$/.test(after)) return undefined;
  return { name, rest: line.slice(name.length + blanks.length + 1).trim() };
}

/** Fields that only mail systems write: behind a blank line they are still headers, and no text of somebody's message. */
const TRACE =
  /^(?:received(?:-spf)?|return-path|delivered-to|authentication-results|arc-.*|dkim-signature|x-ms-.*|x-forefront-.*|x-microsoft-.*|x-originator.*|x-eop.*|message-id|mime-version|content-type|thread-.*)$/i;

/** RFC 5322 section 3.6: every message has a From field. Without one the blank line came from copying. */
function goesOn(next: string, names: ReadonlySet<string>): boolean {
  const field = fieldIn(next);
  if (!field) return false;
  return !names.has('from') || (TRACE.test(field.name) && !names.has('mime-version'));
}

/** As web pages and some viewers give them: an empty line behind each line. Two of them are one that was meant. */
function withoutDoubleSpacing(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const sample = lines.slice(first, first + 6);
  const doubled = sample.length === 6 && sample.every((line, at) => isBlank(line) === (at % 2 === 1));
  if (first < 0 || !doubled) return lines;
  return lines.filter((line, at) => !isBlank(line) || isBlank(lines[at + 1] ?? '') || at < first);
}

/** As Outlook and quoting give them: the same blanks, or `> `, in front of each line. */
function withoutMargin(lines: readonly string[]): readonly string[] {
  const first = lines.find((line) => !isBlank(line)) ?? '';
  const [margin = ''] = /^(?:> ?|\s){1,80}/.exec(first) ?? [];
  if (margin === '' || !fieldIn(first.slice(margin.length))) return lines;
  const bare = margin.trimEnd();
  return lines.map((line) => {
    if (line.startsWith(margin)) return line.slice(margin.length);
    return line === bare ? '' : line;
  });
}

/** The values of all fields of one name, in any case; in the order of the text. */
export const valuesOf = (fields: readonly HeaderField[], name: string): string[] =>
  fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
