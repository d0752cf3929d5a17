// The grammar of a Received field (RFC 5321 section 4.4), as loosely as it is written: clauses, their comments, the date.

/** The words and comments behind one keyword. */
export type Clause = Readonly<{ words: readonly string[]; comments: readonly string[] }>;

const KEYWORDS = ['from', 'by', 'via', 'with', 'id', 'for', 'tls'] as const;
type Keyword = (typeof KEYWORDS)[number];
const isKeyword = (text: string): text is Keyword => (KEYWORDS as readonly string[]).includes(text);

export type ReceivedClauses = Readonly<Partial<Record<Keyword, Clause>>> &
  Readonly<{
    /** Before any clause: all that qmail and list managers write. */
    before: Clause;
    /** All comments of the field. */
    comments: readonly string[];
    /** What stands behind the last semicolon outside of comments; `''` where there is none. */
    date: string;
  }>;

/** No server writes as much; the rest of a longer one is not read. */
const VALUE_MAX = 8_192;

type Token = Readonly<{ kind: 'word' | 'comment'; text: string; at: number }>;

export function receivedClauses(value: string): ReceivedClauses {
  const text = value.slice(0, VALUE_MAX);
  const { tokens, semicolon } = scan(text);
  const clauses: Partial<Record<Keyword | 'before', { words: string[]; comments: string[] }>> = {};
  let open: { words: string[]; comments: string[] } = { words: [], comments: [] };
  clauses.before = open;
  // The first word behind a keyword is its value, whatever it spells.
  let isEmpty = false;
  for (const token of tokens) {
    if (semicolon >= 0 && token.at > semicolon) break;
    const word = token.text.toLowerCase();
    if (token.kind === 'word' && !isEmpty && isKeyword(word) && !clauses[word]) {
      open = { words: [], comments: [] };
      clauses[word] = open;
      isEmpty = true;
      continue;
    }
    (token.kind === 'word' ? open.words : open.comments).push(token.text);
    isEmpty = false;
  }
  const comments = Object.values(clauses).flatMap((clause) => clause.comments);
  return {
    ...clauses,
    before: clauses.before,
    comments,
    date: semicolon < 0 ? '' : text.slice(semicolon + 1).trim(),
  };
}

/**
 * Comments may lie within each other, and a backslash takes the next character as it is (RFC 5322 section 3.2). A bracket
 * without its other half, as in a truncated paste, is read as a blank.
 */
function scan(text: string): { tokens: Token[]; semicolon: number } {
  const lonely = lonelyBrackets(text);
  const tokens: Token[] = [];
  let semicolon = -1;
  let depth = 0;
  let start = -1;
  const end = (at: number, kind: Token['kind']) => {
    if (start >= 0 && at > start) tokens.push({ kind, text: text.slice(start, at).trim(), at: start });
    start = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = lonely.has(at) ? ' ' : text.charAt(at);
    if (char === '(') {
      if (depth === 0) {
        end(at, 'word');
        start = at + 1;
      }
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      if (depth === 0) end(at, 'comment');
    } else if (depth === 0 && (char === ';' || /\s/.test(char))) {
      end(at, 'word');
      if (char === ';') semicolon = at;
    } else {
      if (start < 0) start = at;
      if (char === '\\') at += 1;
    }
  }
  end(text.length, 'word');
  return { tokens, semicolon };
}

function lonelyBrackets(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const lonely = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') open.push(at);
    else if (char === ')' && open.pop() === undefined) lonely.add(at);
  }
  for (const at of open) lonely.add(at);
  return lonely;
}
