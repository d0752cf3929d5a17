// Runs one probe for a test: short limits, loopback allowed, and the events sorted into what a test asks about.

import { judge } from '../../../lib/mailflow/judge';
import {
  ASIDES,
  type FailureKind,
  type Observation,
  type Stage,
  type TranscriptLine,
  type ValidationEvent,
} from '../../../lib/mailflow/observation';
import type { TlsPolicy } from '../../../lib/mailflow/tls-policy';
import { createResolver } from '../../../lib/probe/dns-resolver';
import { probe } from '../../../lib/probe/probe';
import type { ProbeDeps, ProbePlan } from '../../../lib/probe/probe-plan';
import type { FakeSmartHost } from './smart-host';

export const SHORT_LIMITS = {
  connectMs: 1_000,
  bannerMs: 1_000,
  commandMs: 1_000,
  tlsMs: 2_000,
  quitMs: 1_500,
  runMs: 6_000,
};

export type TestRun = Readonly<{
  events: readonly ValidationEvent[];
  /** Those of the dialogue. */
  observations: readonly Observation[];
  /** What was looked up beside it: PTR, TLSA, MTA-STS. */
  asides: readonly Observation[];
  transcript: readonly TranscriptLine[];
  tookMs: number;
  /** The first observation of a stage. */
  at(stage: Stage): Observation | undefined;
  /** `stage: kind` of each failure, in order. */
  failures: readonly string[];
}>;

/** A plan that validates `host` on the literal address it listens on, as `name` where one is given. */
export function planFor(
  host: Pick<FakeSmartHost, 'port' | 'address'>,
  given: Partial<ProbePlan> = {},
): ProbePlan {
  const kind = host.address.includes(':') ? 'ipv6' : 'ipv4';
  return {
    hosts: [{ kind, host: host.address, port: host.port }],
    recipients: ['admin@contoso.test'],
    send: true,
    sender: '',
    heloName: 'console.mailspan.test',
    limits: SHORT_LIMITS,
    allowLoopback: true,
    denyPrivate: false,
    ports: [host.port, 465],
    message: { from: 'mailspan-validation@console.mailspan.test', id: 'run-1' },
    mayProceed: () => true,
    ...given,
  };
}

/** Runs `plan` to its end. */
export async function run(plan: ProbePlan, given: Partial<ProbeDeps> = {}): Promise<TestRun> {
  const events: ValidationEvent[] = [];
  const startedAt = performance.now();
  const deps = {
    resolver: createResolver(['127.0.0.1:9']),
    now: () => performance.now(),
    signal: new AbortController().signal,
    ...given,
  };
  await probe(plan, deps, (event) => events.push(event));
  const all = events.flatMap((event) => (event.kind === 'stageEnded' ? [event] : []));
  const observations = all.filter(({ stage }) => !ASIDES.has(stage));
  const failureText = (observation: Observation): string[] =>
    observation.failure ? [`${observation.stage}: ${observation.failure.kind satisfies FailureKind}`] : [];
  return {
    events,
    observations,
    asides: all.filter(({ stage }) => ASIDES.has(stage)),
    transcript: events.flatMap((event) => (event.kind === 'transcript' ? event.lines : [])),
    tookMs: performance.now() - startedAt,
    at: (stage) => all.find((observation) => observation.stage === stage),
    failures: observations.flatMap(failureText),
  };
}

/** The same for all of them: they listen on loopback, and not on port 25. */
const OF_THE_TEST: readonly string[] = ['otherPort', 'privateAddress'];

/** What a connector that demands `tls` makes of a run: the outcome and the findings; in brackets those that don't matter to it. */
export function verdictLine(
  { observations }: TestRun,
  { hosts, recipients, send }: ProbePlan,
  tls: TlsPolicy,
): string {
  const plan = { hosts, recipients, tls, envelopeOnly: !send };
  const { outcome, tasks } = judge(observations, plan, new Date());
  const codes = tasks
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !OF_THE_TEST.includes(code))
    .map(({ code, severity }) => (severity === 'info' ? `(${code})` : code));
  return [outcome, ...codes].join(' ');
}
