// A plan on a terminal: what is new, changed, in conflict, unreadable or only here, and of all rows how many.

import { PLAN_RESULTS, type PlanRow } from '../lib/exchange/plan-row';
import { rowChanges } from '../lib/exchange/row-changes';
import type { Json } from '../lib/mailflow/exchange-origin';
import { countsOf } from '../lib/operations/import-report';
import type { FilePlan } from '../lib/operations/plan-file';
import { type Colour, escaped, type Terminal, terminalPrinter } from './terminal';
import { getTranslations, terminalLocale } from './words';

const COLOUR: Readonly<Record<PlanRow['result'], Colour>> = {
  added: 'green',
  changed: 'yellow',
  unchanged: 'dim',
  onlyHere: 'dim',
  conflict: 'red',
  unreadable: 'red',
};

/** Prints to `terminal` in the language of its environment. */
export function printPlan({ rows, leftAside, connectorNames }: FilePlan, terminal: Terminal): void {
  const locale = terminalLocale(terminal.env);
  const t = getTranslations('commandLine', locale);
  const noteWords = getTranslations('importNotes', locale);
  const { paint, say } = terminalPrinter(terminal);
  for (const row of rows) {
    const { result, kind, line } = row;
    if (result === 'unchanged') continue;
    const name = escaped(row.name);
    const head = t(`plan.${result}`, { what: t(`plan.kind.${kind}`, { name }), line: line ?? 0 });
    say(paint(COLOUR[result], head));
    if (row.result === 'conflict') say(`    ${t(`plan.conflictWhy.${row.conflict}`)}`);
    for (const { property, from, to } of rowChanges(row, connectorNames))
      say(`    ${property}: ${shown(from)} → ${shown(to)}`);
    for (const { code, params } of row.notes)
      say(paint('dim', `    ${escaped(noteWords(code, { ...params }))}`));
    if (row.moved && result !== 'onlyHere') say(paint('dim', `    ${t(`plan.moved.${row.moved}`)}`));
  }
  const counts = countsOf(rows);
  const counted = PLAN_RESULTS.filter((result) => counts[result] > 0);
  const all = counted.map((result) => t(`plan.count.${result}`, { count: counts[result] })).join(', ');
  say(all === '' ? t('plan.nothing') : `${all}.`);
  const aside = leftAside.rulesWithoutConnector + leftAside.repeated + leftAside.otherObjects;
  if (aside > 0) say(paint('dim', t('plan.leftAside', leftAside)));
}

/** A value in the fewest letters: lists with commas, nothing as a dash. */
function shown(value: Json): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (Array.isArray(value)) return value.map((entry: Json) => shown(entry)).join(', ');
  return escaped(typeof value === 'string' ? value : JSON.stringify(value));
}
