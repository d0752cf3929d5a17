// Asks for the guide's checks: DNS right away, servers through the queue of validations. Domains that were just looked up are left
// as they are, whoever asks, so that open pages don't add up.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { findChecks, findScenario, saveChecks } from '../data/guide';
import { planOf } from '../mailflow/fingerprint';
import type { DomainFacts } from '../mailflow/guide/domain-facts';
import { withEarlierMx } from '../mailflow/guide/earlier-mx';
import { createResolver } from '../probe/dns-resolver';
import { lookUpDomain } from '../probe/guide-look-ups';
import { allowed, type OperationContext } from './context';
import { auditGuide } from './guide-audit';
import type { requestGuideChecksInput } from './guide-input';
import { type GatheredScene, gatherScene, guideDomains } from './guide-scene';
import { conflict, done, type Outcome, type Problem, problem } from './outcome';
import { ownServices } from './own-services';
import { OPEN_RUNS_MAX, queueValidation } from './queue-validation';
import { targetGate } from './target-gate';

/** What was looked up so long ago is looked up again: for a person, and for a page by itself. */
export const FRESH_MS = { person: 10_000, page: 5 * 60_000 } as const;

/** `domains` were looked up now; `runs` are validations, new ones and those that ran already; `refused` were too many. */
export type RequestedChecks = Readonly<{
  domains: readonly string[];
  runs: readonly string[];
  refused: readonly Problem[];
}>;

/** Problems: conflict guideNotBegun; notFound where a domain is not the guide's. */
export async function requestGuideChecks(
  context: OperationContext,
  { domains, servers, onItsOwn }: z.output<typeof requestGuideChecksInput>,
): Promise<Outcome<RequestedChecks>> {
  const asked = allowed(context, 'guide:edit');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const scenario = await findScenario(context.store);
  if (!scenario) return conflict('guideNotBegun');
  const gathered = await gatherScene(context, scenario);
  if (!gathered.ok) return gathered;
  const ofGuide = new Set(guideDomains(scenario, gathered.value.scene.routed.setup));
  if (domains.some((domain) => !ofGuide.has(domain))) return problem({ kind: 'notFound' });
  // What a partner publishes is none of this journey's steps.
  const wanted = scenario === 'partner' ? [] : [...new Set(domains)];
  const facts = await lookUpOld(context, wanted, onItsOwn ? FRESH_MS.page : FRESH_MS.person);
  const { runs, refused } =
    servers && !onItsOwn ? await validateServers(context, gathered.value) : { runs: [], refused: [] };
  const looked = facts.map(({ domain }) => domain);
  if (looked.length > 0 || runs.length > 0)
    await context.store.write(async (tx) => {
      const at = context.now();
      await saveChecks(tx, at, facts);
      if (!onItsOwn)
        await auditGuide(tx, context, {
          actor,
          at,
          action: 'guide.checked',
          details: { domains: looked, runs },
        });
    });
  return done({ domains: looked, runs, refused });
}

async function lookUpOld(
  context: OperationContext,
  domains: readonly string[],
  freshMs: number,
): Promise<DomainFacts[]> {
  const { store, settings, now } = context;
  const known = await findChecks(store, domains);
  const old = domains.filter((domain) => {
    const at = known.get(domain)?.at;
    return at === undefined || now().getTime() - Date.parse(at) >= freshMs;
  });
  if (old.length === 0) return [];
  const { allowLoopback, denyPrivate, dnsServers } = settings.probe;
  const guard = { allowLoopback, denyPrivate, ownServices: await ownServices(settings) };
  return Promise.all(
    old.map(async (domain) => {
      const facts = await lookUpDomain(domain, {
        resolver: createResolver(dnsServers),
        now: () => performance.now(),
        signal: new AbortController().signal,
        guard,
        mayConnect: targetGate(context, { runId: randomUUID(), attempt: 1 }),
      });
      return withEarlierMx(known.get(domain), facts);
    }),
  );
}

/** Each connector once; one that is being validated already is not asked for again. */
async function validateServers(
  context: OperationContext,
  { connectors, running }: GatheredScene,
): Promise<Readonly<{ runs: string[]; refused: Problem[] }>> {
  const asked = allowed(context, 'validation:run');
  if (!asked.ok) return { runs: [], refused: [asked.problem] };
  const runs = [...running.values()];
  const refused: Problem[] = [];
  for (const { id, connector } of connectors) {
    const plan = planOf(connector);
    if (!plan || running.has(id)) continue;
    const queued = await queueValidation(context, {
      actor: asked.actor,
      plan: { ...plan, checkRefusals: true },
      connector: { id, name: connector.name },
      openRunsMax: OPEN_RUNS_MAX.bulk,
    });
    if (queued.ok) runs.push(queued.value.runId);
    else refused.push(queued.problem);
  }
  return { runs, refused };
}
