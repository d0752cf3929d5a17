// What keeps validations gentle to other people's servers: each address, and the network around it, has a budget of
// connections that all workers share. This machine itself needs no such care: loopback is the guard's to allow.
import { claimTarget, releaseTarget } from '../data/probe-targets';
import type { Store } from '../data/store';
import type { ValidationRun } from '../data/validation-runs';
import type { MayConnect } from '../probe/gate';
import { targetsOf } from '../probe/targets';
import type { Settings } from '../settings';

/** How many budgets of one address the network around it has. */
const NETWORK_SHARE = 4;

type World = Readonly<{ store: Store; settings: Settings; now: () => Date }>;

/** Asks the budgets for one attempt of `run`. A worker that dies keeps an address no longer than its run could last. */
export function targetGate(
  { store, settings, now }: World,
  { id, attempt }: Pick<ValidationRun, 'id' | 'attempt'>,
): MayConnect {
  const { target: budget, limits } = settings.probe;
  const holder = { runId: id, attempt };
  return async (literal) => {
    const { address, network, isLoopback } = targetsOf(literal);
    if (isLoopback) return { ok: true, release: async () => undefined };
    const at = now();
    const answer = await claimTarget(store, {
      address: { target: address, ...budget },
      network: {
        target: network,
        burst: NETWORK_SHARE * budget.burst,
        perMinute: NETWORK_SHARE * budget.perMinute,
      },
      holder,
      now: at,
      holdMs: limits.runMs,
    });
    if (answer.ok) return { ok: true, release: () => releaseTarget(store, address, holder) };
    return { ...answer, retryAfterMs: Math.max(0, answer.retryAt.getTime() - at.getTime()) };
  };
}
