// JSON as PowerShell leaves it in a file: one document or several one after another, with the line of each object that can
// be a record. Refuses what is not JSON at its first wrong character, and nesting without end.
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from '../mailflow/exchange-origin';
import { EXCHANGE_FILE_MAX_BYTES, type FileRefusal } from './exchange-file';

/** Deeper than any depth that people give ConvertTo-Json. */
export const NESTING_MAX = 64;

export type JsonPath = readonly (string | number)[];

export type JsonDocument = Readonly<{
  value: Json;
  /** The line, counted from 1, in which the object at that path begins; of one deeper than LINES_TO, that of the document. */
  lineOf(path: JsonPath): number;
}>;

export type ReadDocuments =
  | Readonly<{ ok: true; documents: readonly JsonDocument[] }>
  | Readonly<{ ok: false; refusal: FileRefusal }>;

/** Records stand no deeper: `{ "OutboundConnectors": { "value": [ {…} ] } }`. */
const LINES_TO = 3;

/** Where a document begins: an offset into the text, a line and a column, both from 0. */
type Place = Readonly<{ offset: number; line: number; column: number }>;

/** Text without a byte order mark or with it → its documents; none: the text is blank. */
export function readDocuments(text: string): ReadDocuments {
  if (text.length > EXCHANGE_FILE_MAX_BYTES) return { ok: false, refusal: { code: 'tooLarge' } };
  if (text.includes('\0')) return { ok: false, refusal: { code: 'notText' } };
  const given = text.replace(/^\ufeff/, '');
  const documents: JsonDocument[] = [];
  let place: Place | undefined = given.trim() === '' ? undefined : { offset: 0, line: 0, column: 0 };
  while (place) {
    const read = readOne(given, place);
    if ('code' in read) return { ok: false, refusal: read };
    documents.push(read.document);
    place = read.next;
  }
  return { ok: true, documents };
}

/** Carries a refusal out of the visitor, which has no other way to stop. */
class Refused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.code);
  }
}

type One = Readonly<{ document: JsonDocument; next: Place | undefined }>;

function readOne(text: string, start: Place): One | FileRefusal {
  const rest = text.slice(start.offset);
  try {
    const { lines, next } = survey(rest, start);
    const value = JSON.parse(next ? rest.slice(0, next.offset - start.offset) : rest) as Json;
    const lineOf = (path: JsonPath) => lines.get(JSON.stringify(path)) ?? start.line + 1;
    return { document: { value, lineOf }, next };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    return refusal('notJson', rest, 0, start);
  }
}

/** Walks through one document: the lines of its objects, and where another one begins behind it. */
function survey(rest: string, start: Place) {
  const lines = new Map<string, number>();
  let next: Place | undefined;
  let depth = 0;
  const enter = (offset: number, line: number, column: number) => {
    depth += 1;
    if (depth > NESTING_MAX) throw new Refused(refusal('tooDeep', rest, offset, at(start, 0, line, column)));
  };
  const leave = () => {
    depth -= 1;
  };
  visit(
    rest,
    {
      onObjectBegin: (offset, _, line, column, path) => {
        if (depth <= LINES_TO) lines.set(JSON.stringify(path()), start.line + line + 1);
        enter(offset, line, column);
      },
      onArrayBegin: (offset, _, line, column) => enter(offset, line, column),
      onObjectEnd: leave,
      onArrayEnd: leave,
      onError: (error, offset, _, line, column) => {
        const place = at(start, offset, line, column);
        if (!isBehindAll(error)) throw new Refused(refusal('notJson', rest, offset, place));
        next = place;
      },
    },
    { disallowComments: true },
  );
  return { lines, next };
}

const at = (start: Place, offset: number, line: number, column: number): Place => ({
  offset: start.offset + offset,
  line: start.line + line,
  column: line === 0 ? start.column + column : column,
});

/** One whole document was read and something follows it. */
const isBehindAll = (error: ParseErrorCode): boolean => printParseErrorCode(error) === 'EndOfFileExpected';

const NEAR_MAX = 40;

const refusal = (
  code: FileRefusal['code'],
  rest: string,
  offset: number,
  { line, column }: Place,
): FileRefusal => ({
  code,
  line: line + 1,
  column: column + 1,
  near: (/^[^\r\n]*/.exec(rest.slice(offset, offset + NEAR_MAX))?.[0] ?? '').replace(/\p{Cc}/gu, ' ').trim(),
});
