// Answers about routes on a terminal: for each recipient the connector, why, who was beaten, and what is not certain.
import { type RecipientTrace, ROUTE_NOTES } from '../lib/mailflow/route-trace';
import { routeWords } from '../lib/words/route-words';
import { escaped, type Terminal, terminalPrinter } from './terminal';
import { findingWords, getTranslations, terminalLocale } from './words';

/** Prints to `terminal` in the language of its environment. */
export function printTraces(traces: readonly RecipientTrace[], terminal: Terminal): void {
  const locale = terminalLocale(terminal.env);
  const words = routeWords(getTranslations('routes', locale));
  const own = getTranslations('commandLine', locale);
  const wordsOf = findingWords(locale);
  const { paint, say } = terminalPrinter(terminal);

  for (const trace of traces) {
    const { problem, outcome, winner, beaten, notes } = trace;
    const to = escaped(trace.to);
    if (problem) {
      say(paint('red', own('route.unreadable', { to })), `  ${wordsOf(problem)}`, '');
      continue;
    }
    const head = own(`route.${outcome}`, { to, name: winner?.name ?? '' });
    say(paint(outcome === 'unknown' ? 'yellow' : 'bold', head), `  ${words.reason(trace)}`);
    for (const each of beaten) {
      say(paint('dim', `  - ${each.connector.name}: ${words.beaten(each)}`));
    }
    for (const note of notes) {
      const uncertain = ROUTE_NOTES[note.code] === 'uncertain';
      say(paint(uncertain ? 'yellow' : 'dim', `  ${uncertain ? '?' : 'i'} ${words.note(note, trace)}`));
    }
    say('');
  }
  const open = traces.filter(({ outcome }) => outcome === 'unknown').length;
  if (traces.length > 1) say(own('traced', { count: traces.length, open }));
}
