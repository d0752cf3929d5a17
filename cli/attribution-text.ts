// The answer about a connection on a terminal: whose it is, why, and for each recipient what becomes of the message.
import type { Attribution } from '../lib/mailflow/attribution-trace';
import { attributionWords } from '../lib/words/attribution-words';
import { escaped, type Terminal, terminalPrinter } from './terminal';
import { findingWords, getTranslations, terminalLocale } from './words';

const COLOURS = { accepted: 'green', refused: 'red', unknown: 'yellow' } as const;

/** Prints to `terminal` in the language of its environment. */
export function printAttribution(attribution: Attribution, terminal: Terminal): void {
  const locale = terminalLocale(terminal.env);
  const words = attributionWords(getTranslations('attribution', locale));
  const own = getTranslations('commandLine', locale);
  const wordsOf = findingWords(locale);
  const { paint, say } = terminalPrinter(terminal);
  const { winner, beaten, recipients, notes, problems } = attribution;
  const head = winner ? own('connection.winner', { name: winner.name }) : own('connection.nobody');
  say(paint('bold', head), `  ${words.reason(attribution)}`);
  for (const each of beaten) say(paint('dim', `  - ${each.connector.name}: ${words.beaten(each)}`));
  for (const each of recipients) {
    const { verdict, problem, reply } = each;
    const line = own(`connection.${verdict}`, { to: escaped(each.to) });
    const remedy = words.remedy(each);
    say('', paint(COLOURS[verdict], line), `  ${problem ? wordsOf(problem) : words.verdict(each)}`);
    if (reply) say(`  ${reply.code} ${reply.text}`);
    if (remedy) say(paint('dim', `  ${remedy}`));
  }
  const asides = [...problems.map(wordsOf), ...notes.map(words.note)];
  if (asides.length > 0) say('', ...asides.map((text) => paint('yellow', `? ${text}`)));
}
