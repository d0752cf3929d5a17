import { expect, it, onTestFinished } from 'vitest';
import { countAttempt } from '../data/attempts';
import { describeBothEngines, freshStore } from '../data/engines-for-tests';
import { claimTarget, releaseTarget } from '../data/probe-targets';
import { forgetOld } from './forget-old';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour));

describeBothEngines('Tidying up', (engine) => {
  it('removes counters and budgets that have counted for nothing for a day, and keeps the others', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    for (const hour of [0, 20]) {
      await countAttempt(store, [{ key: `sign-in ${hour}`, max: 5, windowMs: 600_000 }], at(hour));
      const [target, holder] = [`192.0.2.${hour}`, { runId: 'r1', attempt: 1 }];
      const budget = { burst: 6, perMinute: 2 };
      await claimTarget(store, {
        address: { target, ...budget },
        network: { target: `192.0.${hour}.0/24`, ...budget },
        holder,
        now: at(hour),
        holdMs: 30_000,
      });
      await releaseTarget(store, target, holder);
    }
    expect(await forgetOld(store, at(23))).toBe(0);
    expect(await forgetOld(store, at(25))).toBe(3);
    const kept = await store.client.probeTarget.findMany({ select: { target: true } });
    expect(kept.map(({ target }) => target).sort()).toEqual(['192.0.2.20', '192.0.20.0/24']);
    expect(await store.client.rateLimit.count()).toBe(1);
  });
});
