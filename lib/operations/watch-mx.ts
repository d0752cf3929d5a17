// What each configured resolver answers for a domain's MX right now, while the record moves. For whoever may read the guide; asked
// at most every few seconds for each domain, however many look on.
import type { z } from 'zod';
import { findChecks } from '../data/guide';
import type { Store } from '../data/store';
import {
  CLOUD_MX_VERDICTS,
  type CloudMxVerdict,
  expectedMx,
  judgeCloudMx,
  mxRecord,
} from '../mailflow/cloud-mx';
import type { SeenAnswer } from '../mailflow/dns-spread';
import { mxToGoBackTo } from '../mailflow/guide/earlier-mx';
import { MX_GUARD, type MxGuard } from '../mailflow/mx-guard';
import { createResolver } from '../probe/dns-resolver';
import { lookUpMx } from '../probe/guide-look-ups';
import type { Settings } from '../settings';
import { allowed, type OperationContext } from './context';
import type { watchMxInput } from './guide-input';
import { guardsOf } from './guide-scene';
import { mailSetup } from './mail-setup';
import { done, type Outcome, problem } from './outcome';

/** `answer` is what dnsSpread() counts. */
export type ResolverAnswer = SeenAnswer & Readonly<{ verdict: CloudMxVerdict }>;

export type MxWatch = Readonly<{
  domain: string;
  guard: MxGuard;
  /** May the record move now? */
  may: (typeof MX_GUARD)[keyof typeof MX_GUARD];
  /** The record to set; absent where only the admin center knows its target. */
  record?: ReturnType<typeof mxRecord>;
  /** The records that led elsewhere, as the guide's look-ups saw them last, as lines of a zone file. */
  goBack?: Readonly<{ at: string; lines: readonly string[] }>;
  resolvers: readonly ResolverAnswer[];
}>;

const ASKED_EVERY_MS = 5_000;
/** The console's own resolvers, where no others are named. */
const OWN = 'console';

/** Problem: notFound where the domain is not accepted. */
export async function watchMx(
  context: OperationContext,
  { domain }: z.output<typeof watchMxInput>,
): Promise<Outcome<MxWatch>> {
  const asked = allowed(context, 'guide:read');
  if (!asked.ok) return asked;
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  if (!inForce.value.setup.acceptedDomains.some((one) => one.domain === domain))
    return problem({ kind: 'notFound' });
  const [guards, checks, resolvers] = await Promise.all([
    guardsOf(context, inForce.value, [domain]),
    findChecks(context.store, [domain]),
    answersOf(context, domain),
  ]);
  const checked = checks.get(domain);
  const goBack = checked && mxToGoBackTo(checked);
  const guard: MxGuard = guards.get(domain) ?? { code: 'unclear' };
  const target = expectedMx(domain);
  return done({
    domain,
    guard,
    may: MX_GUARD[guard.code],
    ...(target !== undefined && { record: mxRecord(domain, target) }),
    ...(goBack && { goBack }),
    resolvers,
  });
}

type Asked = Readonly<{ at: number; answers: Promise<ResolverAnswer[]> }>;
const recent = new WeakMap<Store['client'], Map<string, Asked>>();

function answersOf({ store, settings, now }: OperationContext, domain: string): Promise<ResolverAnswer[]> {
  const known = recent.get(store.client) ?? new Map<string, Asked>();
  recent.set(store.client, known);
  const at = now().getTime();
  for (const [name, { at: then }] of known) if (at - then >= ASKED_EVERY_MS) known.delete(name);
  const last = known.get(domain);
  if (last) return last.answers;
  const answers = askAll(settings, domain, now);
  known.set(domain, { at, answers });
  return answers;
}

function askAll({ guide, probe }: Settings, domain: string, now: () => Date): Promise<ResolverAnswer[]> {
  const groups: readonly (readonly [string, readonly string[]])[] =
    guide.resolvers.length > 0
      ? guide.resolvers.map((resolver) => [resolver, [resolver]] as const)
      : [[OWN, probe.dnsServers]];
  return Promise.all(
    groups.map(async ([resolver, servers]): Promise<ResolverAnswer> => {
      const facts = await lookUpMx(domain, {
        resolver: createResolver(servers),
        now: () => performance.now(),
        signal: new AbortController().signal,
      });
      const verdict = judgeCloudMx(domain, facts);
      const ttlSeconds = facts.ttlSeconds?.MX;
      return {
        resolver,
        observedAt: now().toISOString(),
        answer: OF_VERDICT[CLOUD_MX_VERDICTS[verdict.code]],
        ...(ttlSeconds !== undefined && { ttlSeconds }),
        verdict,
      };
    }),
  );
}

const OF_VERDICT = {
  done: 'new',
  check: 'new',
  elsewhere: 'old',
  wrong: 'old',
  unchecked: 'unchecked',
} as const satisfies Record<string, SeenAnswer['answer']>;
