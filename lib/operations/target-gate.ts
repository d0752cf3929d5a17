// What keeps validations gentle to other people's servers: each address, and the network around it, has a budget of
// connections that all workers share. This machine itself needs no such care: loopback is the guard's to allow.
import { claimTarget, releaseTarget, type TargetHolder } from '../data/probe-targets';
import type { Store } from '../data/store';
import type { MayConnect, Service } from '../probe/gate';
import { targetsOf } from '../probe/targets';
import type { Settings } from '../settings';

/** How many budgets of one address the network around it has. */
const NETWORK_SHARE = 4;

/** What is no mail has rows of its own. Web servers are used to more: many domains keep their policies at one. */
const SERVICES = {
  mail: { prefix: '', share: 1 },
  policy: { prefix: 'policy ', share: 10 },
} as const satisfies Record<Service, object>;

type World = Readonly<{ store: Store; settings: Settings; now: () => Date }>;

/** Asks the budgets for one attempt of a run. A worker that dies keeps an address no longer than its run could last. */
export function targetGate({ store, settings, now }: World, holder: TargetHolder): MayConnect {
  const { target: budget, limits } = settings.probe;
  return async (literal, service) => {
    const { address, network, isLoopback } = targetsOf(literal);
    const { prefix, share } = SERVICES[service];
    const [burst, perMinute] = [share * budget.burst, share * budget.perMinute];
    const target = `${prefix}${address}`;
    if (isLoopback) return { ok: true, release: async () => undefined };
    const at = now();
    const answer = await claimTarget(store, {
      address: { target, burst, perMinute },
      network: {
        target: `${prefix}${network}`,
        burst: NETWORK_SHARE * burst,
        perMinute: NETWORK_SHARE * perMinute,
      },
      holder,
      now: at,
      holdMs: limits.runMs,
    });
    if (answer.ok) return { ok: true, release: () => releaseTarget(store, target, holder) };
    return { ...answer, retryAfterMs: Math.max(0, answer.retryAt.getTime() - at.getTime()) };
  };
}
