// How much one person may have tested with settings that are not saved: the console shall not be a port scanner for
// whoever can sign in. Saved connectors are not counted, as the audit log has each of them with its name.

import type { Tx } from '../data/store';
import { listUnsavedRequests } from '../data/validation-runs';
import { mxDomainsOf } from '../mailflow/mail-exchangers';
import { formatSmartHost } from '../mailflow/smart-host';
import type { ValidationPlan } from '../mailflow/validation-plan';
import type { Settings } from '../settings';
import type { Problem } from './outcome';

const HOUR_MS = 3_600_000;

type Request = Readonly<{ requestedAt: Date; plan: ValidationPlan }>;
type Limits = Settings['probe']['unsavedPerHour'];

/** The problem (`rateLimited`) where `plan` is one too many for this person now; undefined where it is not. */
export async function unsavedLimitProblem(
  tx: Tx,
  {
    personId,
    plan,
    limits,
    now,
  }: Readonly<{ personId: string; plan: ValidationPlan; limits: Limits; now: Date }>,
): Promise<Problem | undefined> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  return limitProblem(await listUnsavedRequests(tx, personId, hourAgo), plan, limits, now);
}

/** `requests` are those of the last hour, the first first. */
export function limitProblem(
  requests: readonly Request[],
  plan: ValidationPlan,
  limits: Limits,
  now: Date,
): Problem | undefined {
  const waitFor = (
    limit: 'unsavedValidations' | 'unsavedServers',
    max: number,
    fits: (left: readonly Request[]) => boolean,
  ) => {
    if (fits(requests)) return undefined;
    // As the oldest requests fall out of the hour one by one, there is room at some time, or never for so many servers.
    const index = requests.findIndex((_, leaving) => fits(requests.slice(leaving + 1)));
    const freedAt = (requests[index]?.requestedAt ?? now).getTime() + HOUR_MS;
    const retryAfterSeconds = Math.max(1, Math.ceil((freedAt - now.getTime()) / 1_000));
    return { kind: 'rateLimited', limit, max, retryAfterSeconds } as const;
  };
  return (
    waitFor('unsavedValidations', limits.validations, (left) => left.length < limits.validations) ??
    waitFor(
      'unsavedServers',
      limits.servers,
      (left) => serversOf([...left.map((one) => one.plan), plan]) <= limits.servers,
    )
  );
}

/** Different servers that the plans name; a domain whose MX records decide counts as one. */
function serversOf(plans: readonly ValidationPlan[]): number {
  return new Set(plans.flatMap((plan) => [...plan.hosts.map(formatSmartHost), ...mxDomainsOf(plan)])).size;
}
