import { expect, it } from 'vitest';
import { CODES, ownServer } from '@/lib/servers/own-server-for-tests';
import { textOf } from '@/lib/servers/server-file';
import { SERVER_PROGRAMS, serverSnippet } from '@/lib/servers/server-snippet';
import { codeLines } from './server-code';

it.each(SERVER_PROGRAMS)('%s: what is seen is what is copied, and every guess stands out', (program) => {
  for (const { tokens } of serverSnippet(program, ownServer({ guesses: ['smartHost'] }), CODES).files) {
    const lines = codeLines(tokens);
    expect(`${lines.map((line) => line.map(({ text }) => text).join('')).join('\n')}\n`).toBe(textOf(tokens));
    const guesses = tokens.filter((token) => token.kind === 'value' && token.isGuess);
    expect(lines.flat().filter(({ kind }) => kind === 'guess')).toHaveLength(guesses.length);
  }
});
