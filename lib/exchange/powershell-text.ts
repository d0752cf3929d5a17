// The one place where a value becomes PowerShell: what stands in a name or a comment stays text, in 5.1 and in 7, in a file
// and in a console. Refuses numbers that PowerShell can't write.
import type { ParameterValue } from './connector-parameters';
import { plain, type ScriptToken, token } from './script';

/** PowerShell takes any of them for the quotation mark. @see CharExtensions.IsSingleQuote in PowerShell's tokenizer */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * What no literal holds as it is: control characters and line ends, blanks that look like the blank, what turns the
 * direction of writing or can't be seen, halves of a pair. Each is written as a number, so that nothing is lost or hidden.
 */
const BY_NUMBER =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu;

/** `'it''s'`, or with parts that are written as numbers `('one' + [char]10 + 'two')`. */
export function textTokens(text: string): ScriptToken[] {
  const parts = partsOf(text);
  const [first = '', ...rest] = parts;
  if (rest.length === 0 && typeof first === 'string') return [quoted(first)];
  // The left side of + decides what is added, so a text comes first.
  const operands = typeof first === 'string' ? parts : ['', ...parts];
  return [
    plain('('),
    ...operands.flatMap((part, index) => [
      ...(index > 0 ? [plain(' + ')] : []),
      ...(typeof part === 'string' ? [quoted(part)] : [plain('[char]'), token('number', String(part))]),
    ]),
    plain(')'),
  ];
}

const quoted = (text: string): ScriptToken => token('string', `'${text.replace(SINGLE_QUOTES, '$&$&')}'`);

/** Texts, and UTF-16 units for what is written by number. */
function partsOf(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(BY_NUMBER)) {
    if (index > from) parts.push(text.slice(from, index));
    for (let unit = 0; unit < found.length; unit += 1) parts.push(found.charCodeAt(unit));
    from = index + found.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** A list is a list of its own elements, never one text with commas. */
export function valueTokens(value: ParameterValue): ScriptToken[] {
  if (value === null) return [token('variable', '$null')];
  if (typeof value === 'boolean') return [token('variable', value ? '$true' : '$false')];
  if (typeof value === 'string') return textTokens(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`PowerShell has no way to write ${value}.`);
    return [token('number', String(value))];
  }
  return [
    plain('@('),
    ...value.flatMap((entry, index) => [...(index > 0 ? [plain(', ')] : []), ...textTokens(entry)]),
    plain(')'),
  ];
}
