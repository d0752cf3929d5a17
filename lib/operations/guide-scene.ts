// Gathers what the guide is judged by: the set-up in force, what was looked up, what validations saw. Bounded, so that a large
// organization's guide is as quick as a small one's: the first domains, the connectors that are on before those that are off.
import { connectorStandings } from '../data/connector-standing';
import { findChecks } from '../data/guide';
import type { Store } from '../data/store';
import { eventsAfter, findRuns, openRunsOf } from '../data/validation-runs';
import type { GuideScenario } from '../mailflow/guide/journey';
import type { GuideScene } from '../mailflow/guide/judge-guide';
import { partnerDomains } from '../mailflow/guide/judge-setup';
import { type GuideRun, guideServers } from '../mailflow/guide/server-facts';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { type MxGuard, mxGuard } from '../mailflow/mx-guard';
import { readVerdict } from '../mailflow/rejudgement';
import type { OperationContext } from './context';
import { type CompiledSetup, mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

const DOMAINS_SHOWN = 100;
const CONNECTORS_SHOWN = 20;
/** How old a validation may be for the MX to move. */
export const VALIDATION_FRESH_MS = 7 * 24 * 3_600_000;

export type GatheredScene = Readonly<{
  scene: GuideScene;
  domainsLeftOut: number;
  connectorsLeftOut: number;
  /** The connectors whose servers are in the scene. */
  connectors: readonly KeptConnector[];
  /** Validations of these connectors that wait or run, by connector. */
  running: ReadonlyMap<string, string>;
}>;

/** The domains that the guide is about: those of the service itself have no MX that anybody could move. */
export function guideDomains(scenario: GuideScenario, setup: MailSetup): string[] {
  if (scenario === 'partner') return partnerDomains(setup);
  const own = setup.acceptedDomains.filter(({ domain }) => !domain.endsWith('.onmicrosoft.com'));
  return [...own].sort((a, b) => Number(b.isDefault) - Number(a.isDefault)).map(({ domain }) => domain);
}

/** For whoever may read the set-up. With `domain`, of that domain alone. */
export async function gatherScene(
  context: OperationContext,
  scenario: GuideScenario,
  domain?: string,
): Promise<Outcome<GatheredScene>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const routed = inForce.value;
  const all = guideDomains(scenario, routed.setup).filter((one) => domain === undefined || one === domain);
  const domains = all.slice(0, DOMAINS_SHOWN);
  const kind = scenario === 'partner' ? 'partner' : 'onPremises';
  const handing = routed.setup.connectors
    .filter(({ connector }) => connector.direction === 'outbound' && connector.partnerKind === kind)
    .sort((a, b) => Number(b.connector.enabled) - Number(a.connector.enabled));
  const connectors = handing.slice(0, CONNECTORS_SHOWN);
  const ids = connectors.map(({ id }) => id);
  const [checked, guards, runs, running] = await Promise.all([
    findChecks(context.store, domains),
    scenario === 'partner' ? new Map<string, MxGuard>() : guardsOf(context, routed, domains),
    lastRuns(context.store, ids),
    openRunsOf(context.store, ids),
  ]);
  const servers = guideServers({ ...routed.setup, connectors }, kind, (id) => {
    const [last, runningId] = [runs.get(id), running.get(id)];
    return { ...(last && { last }), ...(runningId && { runningId }) };
  });
  const guardOf = (one: string): MxGuard => guards.get(one) ?? { code: 'unclear' };
  return done({
    scene: { scenario, routed, domains, checked, guardOf, servers },
    domainsLeftOut: all.length - domains.length,
    connectorsLeftOut: handing.length - connectors.length,
    connectors,
    running,
  });
}

/** Whether the MX of each domain may move. Asked twice: first for the connector, then with when it was validated. */
export async function guardsOf(
  { store, now }: OperationContext,
  routed: CompiledSetup,
  domains: readonly string[],
): Promise<Map<string, MxGuard>> {
  const at = now();
  const guard = (domain: string, validatedAt: ReadonlyMap<string, number>): MxGuard =>
    mxGuard(domain, routed, { validatedAt, freshForMs: VALIDATION_FRESH_MS, now: at });
  const ids = domains.flatMap((domain) => guard(domain, new Map()).connector?.id ?? []);
  const standings = await connectorStandings(store, [...new Set(ids)]);
  const validatedAt = new Map(
    [...standings].flatMap(([id, { lastValidatedAt }]) =>
      lastValidatedAt ? [[id, lastValidatedAt.getTime()] as const] : [],
    ),
  );
  return new Map(domains.map((domain) => [domain, guard(domain, validatedAt)]));
}

/** The last validation of each connector that ended, with what it saw. */
async function lastRuns(store: Store, ids: readonly string[]): Promise<Map<string, GuideRun>> {
  const standings = await connectorStandings(store, ids);
  const runs = await findRuns(
    store,
    [...standings.values()].flatMap(({ lastRunId }) => lastRunId ?? []),
  );
  const found = await Promise.all(
    [...standings].map(async ([id, { lastRunId = '' }]) => {
      const run = runs.get(lastRunId);
      const verdict = readVerdict(run?.verdict);
      if (!run?.finishedAt || !verdict) return [];
      const events = await eventsAfter(store, run.id, 0);
      const observations = events.flatMap(({ event }) => (event.kind === 'stageEnded' ? [event] : []));
      return [[id, { id: run.id, finishedAt: run.finishedAt.toISOString(), verdict, observations }] as const];
    }),
  );
  return new Map(found.flat());
}
