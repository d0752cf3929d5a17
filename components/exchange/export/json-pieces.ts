// A line of JSON in its pieces, for their colours. JSON.stringify has written it: no string goes over a line's end.
import type { CodePiece } from '@/components/ui/code-view';

const PIECES = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(?:true|false|null)\b/g;

export function jsonPieces(line: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  let at = 0;
  for (const { 0: whole, 1: text, 2: colon, 3: number, index } of line.matchAll(PIECES)) {
    if (index > at) pieces.push({ kind: 'plain', text: line.slice(at, index) });
    if (text !== undefined) {
      pieces.push({ kind: colon === undefined ? 'string' : 'parameter', text });
      if (colon !== undefined) pieces.push({ kind: 'plain', text: colon });
    } else pieces.push({ kind: number === undefined ? 'variable' : 'number', text: whole });
    at = index + whole.length;
  }
  return at < line.length ? [...pieces, { kind: 'plain', text: line.slice(at) }] : pieces;
}
