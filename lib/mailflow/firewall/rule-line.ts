// One line of firewall rules or of a plain list, read for the addresses that it lets in. Drops no address unsaid.
import {
  type AddressSpan,
  allOf,
  block,
  FAMILIES,
  parseAddress,
  parseSpan,
  prefixOfMask,
} from './address-span';
import {
  COMMENT,
  EVERYONE_WORDS,
  FREE_TEXT,
  KEYWORDS,
  OTHER_END_WORDS,
  OTHER_PROPERTY,
  SHUTS_OUT,
  SOURCE_PROPERTY,
  SOURCE_THEN_OTHER,
  SOURCE_WORDS,
} from './rule-words';

/** What can be said of a piece that is no address to let in, and how much it weighs. */
export const RULE_FINDINGS = {
  unreadable: 'error',
  prefix: 'error',
  mask: 'error',
  backwards: 'error',
  name: 'warning',
  keyword: 'warning',
  shutsOut: 'warning',
  noAddress: 'info',
  tooMuch: 'error',
} as const;
export type RuleFindingCode = keyof typeof RULE_FINDINGS;

/** `text` is as short as it can be shown. */
export type RulePiece = Readonly<{ text: string }> &
  (Readonly<{ spans: readonly AddressSpan[] }> | Readonly<{ finding: RuleFindingCode }>);

const SHOWN_MAX = 80;
/** Longer than two IPv6 addresses with a dash between. */
const TOKEN_MAX = 100;

/** The pieces of one line; none where it is empty, a comment, or holds another property of a rule. */
export function readRuleLine(line: string): RulePiece[] {
  const said = line.replace(COMMENT, '').replace(FREE_TEXT, ' ');
  if (!/\w|\*/.test(said)) return [];
  const property = /^\s*([a-z][a-z ._-]{0,40}?)\s*:\s+(.*)$/i.exec(said);
  const tokens = tokensOf(property?.[2] ?? said);
  if (property && isOtherProperty(property[1] ?? '', tokens))
    return blocks(said) ? [piece(said, 'shutsOut')] : [];
  if (SHUTS_OUT.test(said)) return tokens.some(looksLikeAddress) ? [piece(said, 'shutsOut')] : [];
  const found = readTokens(tokens, {
    oneSource: SOURCE_THEN_OTHER.test(said),
    toIsRange: !tokens.some(({ text }) => text.toLowerCase() === 'from'),
  });
  return found.length > 0 ? found : [piece(said, 'noAddress')];
}

/** `Interface types: Any` says nothing of addresses; `Microsoft: 40.92.0.0/15` does. */
const isOtherProperty = (name: string, tokens: readonly Token[]): boolean =>
  OTHER_PROPERTY.test(name) || !(SOURCE_PROPERTY.test(name) || tokens.some(looksLikeAddress));
const blocks = (property: string): boolean => /^\s*action\s*:\s+block/i.test(property);

type Token = Readonly<{ text: string; afterBlank: boolean }>;

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(/[^\s,;"'`{}()[\]@=|<>]+/g)) {
    const cut = match[0]
      .replace(/^[+?~-]?ip[46]:/i, '')
      .replace(/[–—]/g, '-')
      .replace(/[.\\]$/, '');
    found.push({ text: cut, afterBlank: /^\s+$/.test(text.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return found;
}

/** Digits with dots between, or hexadecimal with colons: whoever wrote that meant an address. */
const looksLikeAddress = ({ text }: Token): boolean =>
  text.length > TOKEN_MAX || /\d\.\d|^[0-9a-f]{0,4}:[0-9a-f:.]*(\/|-|%|$)/i.test(text);
const looksLikeName = ({ text }: Token): boolean => /^[*\w:-][\w.:*-]{0,300}\.[a-z]{2,}$/i.test(text);

type Manner = Readonly<{ oneSource: boolean; toIsRange: boolean }>;

function readTokens(tokens: readonly Token[], { oneSource, toIsRange }: Manner): RulePiece[] {
  const found: RulePiece[] = [];
  let isOtherEnd = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const word = token.text.toLowerCase();
    if (SOURCE_WORDS.has(word)) isOtherEnd = false;
    else if (OTHER_END_WORDS.has(word)) isOtherEnd = true;
    else if (isOtherEnd || (oneSource && found.length > 0)) continue;
    else if (looksLikeAddress(token)) {
      const isSpelledRange = tokens[at - 1]?.text.toLowerCase() === 'range';
      const whole = wholeAddress(tokens.slice(at, at + 3), toIsRange, isSpelledRange);
      found.push(readAddress(whole.text));
      at += whole.used - 1;
    } else if (EVERYONE_WORDS.has(word)) {
      if (found.length === 0) found.push({ text: token.text, spans: FAMILIES.map(allOf) });
    } else if (KEYWORDS.has(word)) found.push(piece(token.text, 'keyword'));
    else if (looksLikeName(token)) found.push(piece(token.text, 'name'));
  }
  return found;
}

/** An address with what belongs to it: `a - b`, `a to b`, `range a b`, and a mask or a wildcard in a column of its own. */
function wholeAddress(
  [first, second, third]: readonly Token[],
  toIsRange: boolean,
  isSpelledRange: boolean,
): Readonly<{ text: string; used: number }> {
  const text = first?.text ?? '';
  if (!second) return { text, used: 1 };
  const joins = second.text === '-' || (toIsRange && second.text.toLowerCase() === 'to');
  if (joins && third && looksLikeAddress(third)) return { text: `${text}-${third.text}`, used: 3 };
  if (isSpelledRange && looksLikeAddress(second)) return { text: `${text}-${second.text}`, used: 2 };
  if (/^\/\d/.test(second.text)) return { text: text + second.text, used: 2 };
  return !/[/-]/.test(text) && isMask(second)
    ? { text: `${text} ${second.text}`, used: 2 }
    : { text, used: 1 };
}

/** From 224 on there are no addresses of single servers; from 0 on neither, and there only a blank tells a wildcard. */
function isMask({ text, afterBlank }: Token): boolean {
  const first = /^(\d{1,3})\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.exec(text)?.[1];
  return first !== undefined && (Number(first) >= 224 || (first === '0' && afterBlank));
}

function readAddress(text: string): RulePiece {
  const [address = '', mask] = text.split(' ');
  if (mask !== undefined) return withMask(text, address, mask);
  if (text.length > 2 * TOKEN_MAX) return piece(text, 'unreadable');
  const span = parseSpan(text);
  if (span) return { text, spans: [span] };
  const [start = '', end] = text.split('-');
  if (end !== undefined && parseAddress(start) && parseAddress(end)) return piece(text, 'backwards');
  const [network = '', suffix = ''] = text.split('/');
  if (parseAddress(network) && suffix !== '') return piece(text, suffix.includes('.') ? 'mask' : 'prefix');
  return piece(text, 'unreadable');
}

/** `0.0.0.0` with a mask of zeros or a wildcard of ones is every address; a mask is tried before a wildcard. */
function withMask(text: string, address: string, mask: string): RulePiece {
  const one = parseAddress(address);
  if (!one) return piece(text, 'unreadable');
  if (one.first === 0n && /^(0\.0\.0\.0|255\.255\.255\.255)$/.test(mask))
    return { text, spans: [block(one, 0)] };
  const prefix = mask === '0.0.0.0' ? 32 : (prefixOfMask(mask, 'mask') ?? prefixOfMask(mask, 'wildcard'));
  return prefix === undefined ? piece(text, 'mask') : { text, spans: [block(one, prefix)] };
}

const piece = (text: string, finding: RuleFindingCode): RulePiece => ({
  text: text.trim().slice(0, SHOWN_MAX),
  finding,
});
