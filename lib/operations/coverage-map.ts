// The coverage map: for each accepted domain and each pattern, which connector takes its mail and which others match.
import { coverage } from '../mailflow/coverage';
import type { MailSetup, Named } from '../mailflow/mail-setup';
import type { CoverageRow } from '../mailflow/route-change';
import type { Beaten, RecipientTrace } from '../mailflow/route-trace';
import { UNKNOWN_MESSAGE } from '../mailflow/rule-message';
import { traceRecipient } from '../mailflow/trace-route';
import type { OperationContext } from './context';
import { COVERAGE_PAGE_SIZE, type CoverageView } from './coverage-query';
import { type CompiledSetup, mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

/** `others` are the connectors that match beside the winner, strongest first. */
export type CoverageMapRow = CoverageRow & Readonly<{ others: readonly Beaten[] }>;

/**
 * `view` is what is shown: its page may be nearer than the one asked for. `columns` are the connectors of the page's
 * rows, those that win most first, as far as a table can hold them; the others' names stand in the rows.
 */
export type CoverageMap = Readonly<{
  view: CoverageView;
  rows: readonly CoverageMapRow[];
  columns: readonly Named[];
  total: number;
  /** Rules that may take some of the mail of the page's rows: they ask for more than a recipient tells. */
  undecided: readonly Named[];
  /** Neither an accepted domain nor a pattern is there. */
  none: boolean;
}>;

const COLUMNS = 7;

/** One page of the map. Search looks at domains, patterns and the names of those that take them. */
export async function coverageMap(
  context: OperationContext,
  { search, page }: CoverageView,
): Promise<Outcome<CoverageMap>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const all = known(inForce.value);
  const wanted = search.toLowerCase();
  const found =
    wanted === ''
      ? all
      : all.filter(({ text, route }) =>
          [text, route.winner?.name, route.rule?.name].some((name) => name?.toLowerCase().includes(wanted)),
        );
  const last = Math.max(1, Math.ceil(found.length / COVERAGE_PAGE_SIZE));
  const here = Math.min(page, last);
  const shown = found.slice((here - 1) * COVERAGE_PAGE_SIZE, here * COVERAGE_PAGE_SIZE);
  const traces = shown.map(({ sample }) => traceRecipient(inForce.value.routes, sample, UNKNOWN_MESSAGE));
  const rows = shown.map((row, at): CoverageMapRow => ({ ...row, others: traces[at]?.beaten ?? [] }));
  return done({
    view: { search, page: here },
    rows,
    columns: columnsOf(rows),
    total: found.length,
    undecided: undecidedIn(traces),
    none: all.length === 0,
  });
}

const maps = new WeakMap<MailSetup, readonly CoverageRow[]>();

/** Made once for a set-up: pages and searches come one after another. */
function known(compiled: CompiledSetup): readonly CoverageRow[] {
  const map = maps.get(compiled.setup) ?? coverage(compiled);
  maps.set(compiled.setup, map);
  return map;
}

/** Each once. */
function undecidedIn(traces: readonly RecipientTrace[]): Named[] {
  const rules = new Map<string, Named>();
  for (const { rules: asked } of traces)
    for (const { rule, outcome } of asked) if (outcome === 'undecided') rules.set(rule.id, rule);
  return [...rules.values()];
}

function columnsOf(rows: readonly CoverageMapRow[]): Named[] {
  const weights = new Map<string, Readonly<{ named: Named; weight: number }>>();
  const add = (named: Named, weight: number) =>
    weights.set(named.id, { named, weight: (weights.get(named.id)?.weight ?? 0) + weight });
  for (const { route, others } of rows) {
    if (route.winner) add(route.winner, COVERAGE_PAGE_SIZE);
    for (const { connector } of others) add(connector, 1);
  }
  return [...weights.values()]
    .sort((a, b) => b.weight - a.weight || (a.named.name < b.named.name ? -1 : 1))
    .slice(0, COLUMNS)
    .map(({ named }) => named);
}
