// A mail program's file as lines with colours: comments, values, and the values that are guesses.
import type { CodePiece } from '@/components/ui/code-view';
import type { ServerToken } from '@/lib/servers/server-file';

const kindOf = (token: ServerToken): CodePiece['kind'] => {
  if (token.kind !== 'value') return token.kind === 'comment' ? 'comment' : 'plain';
  return token.isGuess ? 'guess' : 'string';
};

/** The last line's end makes no line of its own. */
export function codeLines(tokens: readonly ServerToken[]): CodePiece[][] {
  const lines: CodePiece[][] = [[]];
  for (const token of tokens) {
    for (const [at, text] of token.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ kind: kindOf(token), text });
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
