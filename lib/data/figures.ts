// Counts over the whole store, for monitoring. Names nobody, changes nothing.
import { LIVE } from './connectors';
import type { Store } from './store';

export type QueueFigures = Readonly<{ queued: number; running: number; abandoned: number; oldestAt?: Date }>;

/** `abandoned` are running ones whose lease is over at `now`, and not among `running`. */
export async function queueFigures({ client }: Store, now: Date): Promise<QueueFigures> {
  const [queued, running, abandoned] = await Promise.all([
    client.validationRun.aggregate({
      where: { state: 'queued' },
      _count: { _all: true },
      _min: { requestedAt: true },
    }),
    client.validationRun.count({ where: { state: 'running', leaseUntil: { gte: now } } }),
    client.validationRun.count({ where: { state: 'running', leaseUntil: { lt: now } } }),
  ]);
  const oldestAt = queued._min.requestedAt;
  return { queued: queued._count._all, running, abandoned, ...(oldestAt && { oldestAt }) };
}

/** Connectors that are there, by what their last validation came to and whether they are on. */
export async function connectorFigures({
  client,
}: Store): Promise<{ health: string; enabled: boolean; count: number }[]> {
  const groups = await client.connector.groupBy({
    by: ['health', 'enabled'],
    where: LIVE,
    _count: { _all: true },
  });
  return groups.map(({ health, enabled, _count }) => ({ health, enabled, count: _count._all }));
}
