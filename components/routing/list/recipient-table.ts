// A list of recipients out of a CSV file or a pasted text: one row for each of its lines that is not blank. Drops none.
import type { ParseError } from 'papaparse';
import { splitRecipients } from '@/lib/mailflow/recipient-list';

/** `number` is the record's, from 1, the header counted; `isBroken`: its quotes don't match, so its cells are as they stand. */
export type ListRow = Readonly<{
  number: number;
  cells: readonly string[];
  to: string;
  from?: string;
  isBroken: boolean;
}>;
export type RecipientTable = Readonly<{ header: readonly string[]; rows: readonly ListRow[] }>;

/** Why there is no table. */
export type TableProblem = Readonly<{ code: 'tooLarge' | 'tooMany' | 'notText' | 'empty'; max: number }>;
export type ReadTable =
  | Readonly<{ ok: true; table: RecipientTable }>
  | Readonly<{ ok: false; problem: TableProblem }>;

export const ROWS_MAX = 10_000;
/** As much as 10,000 long lines; a browser reads it in a moment. */
export const FILE_MEGABYTES_MAX = 10;
const BYTES_PER_MB = 1_000_000;

const refused = (code: TableProblem['code'], max = 0): ReadTable => ({ ok: false, problem: { code, max } });

/** Reads a file, UTF-8 or with a byte order mark. Nothing of a file that is too large is read. */
export async function readTableFile(file: Blob): Promise<ReadTable> {
  if (file.size > FILE_MEGABYTES_MAX * BYTES_PER_MB) return refused('tooLarge', FILE_MEGABYTES_MAX);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // A workbook, an archive or a picture: no text holds NUL.
  return text.includes('\0') ? refused('notText') : readCsv(text);
}

/** Reads a pasted text: a table where it is one, else addresses with whatever stands between them. */
export async function readTableText(text: string): Promise<ReadTable> {
  if (text.length > FILE_MEGABYTES_MAX * BYTES_PER_MB) return refused('tooLarge', FILE_MEGABYTES_MAX);
  if (isTable(text)) return readCsv(text);
  const records = splitRecipients(text).map((address) => ({ cells: [address], isBroken: false }));
  return tableOf([], records, { to: 0 });
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** At most one address a line, none in brackets, and something beside it. */
const isTable = (text: string): boolean =>
  /[,;\t]/.test(text) &&
  !text.includes('<') &&
  text.split('\n').every((line) => line.indexOf('@') === line.lastIndexOf('@'));

async function readCsv(text: string): Promise<ReadTable> {
  const { parse } = await import('papaparse');
  // One more than may be, and a header: so that too many are noticed and not all of them read.
  const preview = ROWS_MAX + 2;
  const whole = parse<string[]>(text, { skipEmptyLines: 'greedy', preview });
  const isBroken = whole.errors.some(isAboutQuotes);
  const { delimiter } = whole.meta;
  const records = isBroken
    ? text
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
        .slice(0, preview)
        .map((line) => readLine(line, delimiter, parse))
    : whole.data.map((cells) => ({ cells, isBroken: false }));
  const [first, second] = records;
  const isHeader =
    first !== undefined &&
    !hasAddress(first.cells) &&
    (named(first.cells, TO) >= 0 || hasAddress(second?.cells ?? []));
  const header = isHeader ? first.cells : [];
  return tableOf(header, isHeader ? records.slice(1) : records, columnsOf(header, records));
}

type Parse = typeof import('papaparse').parse;

const isAboutQuotes = ({ type }: ParseError): boolean => type === 'Quotes';

/**
 * Where some quote is never closed, each line stands for itself, so that it takes no other line along; one whose own
 * quotes don't match is taken as it stands. A quoted local part that nobody has escaped for CSV is read so, too.
 */
function readLine(line: string, delimiter: string, parse: Parse): FoundRecord {
  const quoted = parse<string[]>(line, { delimiter });
  if (!quoted.errors.some(isAboutQuotes)) return { cells: quoted.data[0] ?? [], isBroken: false };
  return { cells: line.split(delimiter), isBroken: true };
}

type FoundRecord = Readonly<{ cells: readonly string[]; isBroken: boolean }>;
type Columns = Readonly<{ to: number; from?: number }>;

function tableOf(
  header: readonly string[],
  records: readonly FoundRecord[],
  { to, from }: Columns,
): ReadTable {
  if (records.length === 0) return refused('empty');
  if (records.length > ROWS_MAX) return refused('tooMany', ROWS_MAX);
  const above = header.length > 0 ? 1 : 0;
  const rows = records.map(({ cells, isBroken }, at): ListRow => {
    const sender = from === undefined ? undefined : cells[from]?.trim();
    return {
      number: at + above + 1,
      cells,
      to: cells[to]?.trim() ?? '',
      ...(sender && { from: sender }),
      isBroken,
    };
  });
  return { ok: true, table: { header, rows } };
}

/** What columns of addresses are called: the article's, Exchange's exports, spreadsheets in either language. */
const TO = [
  'to',
  'recipient',
  'recipients',
  'recipientaddress',
  'emailaddress',
  'email',
  'primarysmtpaddress',
  'mail',
  'address',
  'a',
  'destinatario',
  'destinatari',
  'indirizzo',
  'indirizzoemail',
  'postaelettronica',
];
const FROM = ['from', 'sender', 'senderaddress', 'mailfrom', 'da', 'mittente'];

/** The first column with the best of `names`; -1 where there is none. */
function named(header: readonly string[], names: readonly string[]): number {
  const known = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const best = names.find((name) => known.includes(name));
  return best === undefined ? -1 : known.indexOf(best);
}

const hasAddress = (cells: readonly string[]): boolean => cells.some((cell) => cell.includes('@'));
const LOOKED_AT = 200;

/** By their names; else the recipients are where most addresses are. */
function columnsOf(header: readonly string[], records: readonly FoundRecord[]): Columns {
  const from = named(header, FROM);
  const to = named(header, TO);
  const sender = from >= 0 ? { from } : {};
  if (to >= 0) return { to, ...sender };
  const counts: number[] = [];
  for (const { cells } of records.slice(0, LOOKED_AT))
    for (const [column, cell] of cells.entries())
      counts[column] = (counts[column] ?? 0) + Number(cell.includes('@') && column !== from);
  const most = Math.max(0, ...counts);
  return { to: Math.max(0, counts.indexOf(most)), ...sender };
}
