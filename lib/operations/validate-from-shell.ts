// A validation for somebody with a shell: probes at once and judges, with no queue, no store and nobody signed in.
// Leaves nothing behind but what the mail servers write down.
import { randomUUID } from 'node:crypto';
import { judge, judgeInternalFault } from '../mailflow/judge';
import type { Observation, ValidationEvent } from '../mailflow/observation';
import type { ValidationPlan } from '../mailflow/validation-plan';
import type { Verdict } from '../mailflow/verdict';
import { createResolver } from '../probe/dns-resolver';
import { probe } from '../probe/probe';
import type { Settings } from '../settings';
import { toProbePlan } from './to-probe-plan';

export type ShellValidation = Readonly<{
  plan: ValidationPlan;
  probe: Settings['probe'];
  /** PEM roots to trust instead of Node's own. */
  ca?: readonly string[];
  now: () => Date;
  /** Its abort ends the validation with what is known by then. */
  signal: AbortSignal;
  onEvent: (event: ValidationEvent) => void;
}>;

/** `fault` is there where something of our own broke: then nothing is known. */
export type ShellResult = Readonly<{
  verdict: Verdict;
  observations: readonly Observation[];
  fault?: unknown;
}>;

/** Validates `plan` and tells every event while it happens. Ends within the run's limit; never throws. */
export async function validateFromShell(asked: ShellValidation): Promise<ShellResult> {
  const { plan, now, signal, ca, onEvent } = asked;
  const observations: Observation[] = [];
  try {
    const deps = {
      resolver: createResolver(asked.probe.dnsServers),
      now: () => performance.now(),
      signal,
      ...(ca && { ca }),
    };
    await probe(toProbePlan(randomUUID(), plan, asked.probe, now), deps, (event) => {
      if (event.kind === 'stageEnded') observations.push(event);
      onEvent(event);
    });
    return { verdict: judge(observations, plan, now()), observations };
  } catch (fault) {
    return { verdict: judgeInternalFault(plan), observations, fault };
  }
}
