// Tokens of PowerShell that is written here by hand. Not for what anybody else wrote: it knows the forms of our own scripts.
import { type ScriptLine, type ScriptToken, token } from './script';

const FORMS = [
  ['comment', /#.*/],
  ['string', /'[^']*'|"[^"]*"/],
  ['variable', /[$@][A-Za-z]\w*(?::\w+)?/],
  ['cmdlet', /\b[A-Z][a-z]+-[A-Z]\w+/],
  ['parameter', /(?<=\s)-[A-Z]\w*/],
  ['number', /\b\d+\b/],
] as const satisfies readonly (readonly [ScriptToken['kind'], RegExp])[];

const ANY = new RegExp(FORMS.map(([kind, form]) => `(?<${kind}>${form.source})`).join('|'), 'g');

/** One line a line of `text`. */
export const highlighted = (text: string): ScriptLine[] => text.split('\n').map(tokensOf);

function tokensOf(line: string): ScriptLine {
  const tokens: ScriptToken[] = [];
  let from = 0;
  for (const { 0: found, index, groups = {} } of line.matchAll(ANY)) {
    if (index > from) tokens.push(token('plain', line.slice(from, index)));
    const kind = FORMS.find(([name]) => groups[name] !== undefined)?.[0] ?? 'plain';
    tokens.push(token(kind, found));
    from = index + found.length;
  }
  if (from < line.length) tokens.push(token('plain', line.slice(from)));
  return tokens;
}
