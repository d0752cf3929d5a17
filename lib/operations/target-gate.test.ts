import { expect, it, onTestFinished } from 'vitest';
import { describeBothEngines, freshStore } from '../data/engines-for-tests';
import type { Service } from '../probe/gate';
import { readSettings } from '../settings';
import { targetGate } from './target-gate';

const NOW = new Date(Date.UTC(2026, 10, 25, 9, 0));

describeBothEngines('The budgets of a server', (engine) => {
  const openGate = async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    const settings = readSettings({ PROBE_TARGET_BURST: '2', PROBE_TARGET_PER_MINUTE: '1' });
    return targetGate({ store, settings, now: () => NOW }, { runId: 'r1', attempt: 1 });
  };
  /** How many connections to `address` may follow each other at once, up to 50. */
  const allowed = async (gate: Awaited<ReturnType<typeof openGate>>, address: string, service: Service) => {
    for (let count = 0; count < 50; count += 1) {
      const admission = await gate(address, service);
      if (!admission.ok) return [count, admission.why, admission.retryAfterMs];
      await admission.release();
    }
    return [50];
  };

  it('are one for its mail and one for the policies that it may keep, so that neither uses up the other', async () => {
    const gate = await openGate();
    expect(await allowed(gate, '192.0.2.25', 'mail')).toEqual([2, 'used', 60_000]);
    expect(await allowed(gate, '192.0.2.25', 'policy')).toEqual([20, 'used', 6_000]);
    expect(await allowed(gate, '::ffff:192.0.2.25', 'mail')).toEqual([0, 'used', 60_000]);
  });

  it('let one connection of each kind be open at a time', async () => {
    const gate = await openGate();
    const mail = await gate('192.0.2.25', 'mail');
    const policy = await gate('192.0.2.25', 'policy');
    expect([mail.ok, policy.ok]).toEqual([true, true]);
    expect(await gate('192.0.2.25', 'policy')).toMatchObject({ ok: false, why: 'busy' });
    if (policy.ok) await policy.release();
    expect(await gate('192.0.2.25', 'policy')).toMatchObject({ ok: true });
    expect(await gate('192.0.2.25', 'mail')).toMatchObject({ ok: false, why: 'busy' });
  });

  it('are not asked for by this machine itself', async () => {
    const gate = await openGate();
    expect(await allowed(gate, '127.0.0.1', 'mail')).toEqual([50]);
  });
});
