// Text patterns of rules, ours and Exchange's: a text in which `*` stands for anything, and a regular expression that is looked
// for anywhere. Never runs an expression; reads only those that a pattern of ours says without loss.
import { parseTextPattern } from '../mailflow/text-pattern';

/** What means something else than itself in a regular expression of .NET. */
const SPECIAL = /[\\*+?|{[()^$.]/g;

/** `*@*.contoso.com` → `@.*\.contoso\.com$`: what our pattern leaves open at an end, the expression does, too. */
export function toExpression(pattern: string): string {
  const pieces = pattern.split('*');
  const [first = '', last = ''] = [pieces.at(0), pieces.at(-1)];
  const inner = (
    pieces.length === 1 ? pieces : pieces.slice(first === '' ? 1 : 0, last === '' ? -1 : undefined)
  )
    .map((piece) => piece.replace(SPECIAL, '\\$&'))
    .join('.*');
  const isOpen = pieces.length > 1;
  return `${isOpen && first === '' ? '' : '^'}${inner}${isOpen && last === '' ? '' : '$'}`;
}

/** The pattern that fits the same texts, or undefined where there is none: alternatives, classes, counts, single wildcards. */
export function readExpression(expression: string): string | undefined {
  const isStart = expression.startsWith('^');
  // An even number of backslashes before it escapes nothing.
  const isEnd = /(?<!\\)(\\\\)*\$$/.test(expression);
  const inner = readBody(expression.slice(isStart ? 1 : 0, isEnd ? -1 : undefined));
  if (inner === undefined) return undefined;
  const pattern = `${isStart ? '' : '*'}${inner}${isEnd ? '' : '*'}`.replace(/\*+/g, '*');
  const read = parseTextPattern(pattern);
  // What the form would trim or refuse is another pattern, or none.
  return read.ok && read.value === pattern ? pattern : undefined;
}

/** Letters, escaped signs and `.*`. */
function readBody(body: string): string | undefined {
  let inner = '';
  for (const [part] of body.matchAll(/\.\*|\\?./gsu)) {
    if (part === '.*') inner += '*';
    // A letter, a digit or _ behind a backslash is a class or a place; a star that is meant is one our pattern can't say.
    else if (part.length > 1 && part.startsWith('\\')) {
      if (/^\\[^\p{L}\p{N}_*\s]$/u.test(part)) inner += part.slice(1);
      else return undefined;
    } else if (/[\\*+?|{[()^$.]/.test(part)) return undefined;
    else inner += part;
  }
  return inner;
}
