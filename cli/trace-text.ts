// Answers about routes on a terminal: for each recipient the connector, why, who was beaten, and what is not certain.
import { styleText } from 'node:util';
import { beatenMessages, noteMessage, reasonMessage } from '../lib/mailflow/route-message';
import { type RecipientTrace, ROUTE_NOTES } from '../lib/mailflow/route-trace';
import { findingWords, getTranslations, terminalLocale } from './words';

type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold';

/** Prints to `terminal` in the language of its environment; in colour on a terminal without NO_COLOR (no-color.org). */
export function printTraces(
  traces: readonly RecipientTrace[],
  { env, stdout }: Pick<NodeJS.Process, 'env' | 'stdout'>,
): void {
  const locale = terminalLocale(env);
  const routes = getTranslations('routes', locale);
  const own = getTranslations('commandLine', locale);
  const wordsOf = findingWords(locale);
  const hasColour = stdout.isTTY && !env.NO_COLOR;
  const paint = (colour: Colour, text: string): string =>
    hasColour ? styleText(colour, text, { validateStream: false }) : text;
  const say = (...lines: string[]): void => void stdout.write(lines.map((line) => `${line}\n`).join(''));

  for (const trace of traces) {
    const { problem, outcome, winner, beaten, notes } = trace;
    const to = escaped(trace.to);
    if (problem) {
      say(paint('red', own('route.unreadable', { to })), `  ${wordsOf(problem)}`, '');
      continue;
    }
    const head = own(`route.${outcome}`, { to, name: winner?.name ?? '' });
    say(paint(outcome === 'unknown' ? 'yellow' : 'bold', head), `  ${routes(...reasonMessage(trace))}`);
    for (const each of beaten) {
      const why = beatenMessages(each)
        .map((message) => routes(...message))
        .join(' ');
      say(paint('dim', `  - ${each.connector.name}: ${why}`));
    }
    for (const note of notes) {
      const uncertain = ROUTE_NOTES[note.code] === 'uncertain';
      const text = routes(...noteMessage(note, trace, routes('noConnector')));
      say(paint(uncertain ? 'yellow' : 'dim', `  ${uncertain ? '?' : 'i'} ${text}`));
    }
    say('');
  }
  const open = traces.filter(({ outcome }) => outcome === 'unknown').length;
  if (traces.length > 1) say(own('traced', { count: traces.length, open }));
}

/** What was typed, without characters that a terminal would obey. */
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
