// A text in which `*` stands for anything, for addresses and headers in transport rules. No regular expressions: what an
// admin writes must not be able to hang a server, and most rules need no more.
import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, trimBlanks } from './host-name';

/** Exchange's own limit for one pattern of a rule. */
export const TEXT_PATTERN_MAX = 128;

/** Text → pattern: at least one character beside `*`. Several `*` in a row are one. */
export function parseTextPattern(text: string): Parsed<string> {
  const pattern = trimBlanks(text).replace(/\*+/g, '*');
  if (pattern === '') return refused('text.required');
  if (hasControlCharacters(pattern)) return refused('text.controlCharacters');
  if (pattern.length > TEXT_PATTERN_MAX) return refused('text.tooLong', { max: TEXT_PATTERN_MAX });
  return pattern === '*' ? refused('textPattern.everything') : parsed(pattern);
}

/**
 * True where the whole text fits the pattern, case aside. Each piece between two `*` is looked for once, from the left:
 * time is at most text × pattern, whatever either says.
 */
export function fitsPattern(pattern: string, text: string): boolean {
  const pieces = pattern.toLowerCase().split('*');
  const given = text.toLowerCase();
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return given === first;
  const last = pieces.at(-1) ?? '';
  if (given.length < first.length + last.length) return false;
  if (!given.startsWith(first) || !given.endsWith(last)) return false;
  const end = given.length - last.length;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = given.indexOf(piece, from);
    if (found < 0 || found + piece.length > end) return false;
    from = found + piece.length;
  }
  return true;
}
