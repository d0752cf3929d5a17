import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { claimTarget, forgetOldTargets, releaseTarget, type TargetClaim } from './probe-targets';
import { openStore, type Store } from './store';

const at = (second: number) => new Date(Date.UTC(2026, 10, 25, 9, 0, second));
const claimOf = (second: number, given: Partial<TargetClaim> = {}): TargetClaim => ({
  address: { target: '192.0.2.25', burst: 6, perMinute: 2 },
  network: { target: '192.0.2.0/24', burst: 24, perMinute: 8 },
  holder: { runId: 'r1', attempt: 1 },
  now: at(second),
  holdMs: 30_000,
  ...given,
});

describeBothEngines('The budget of one address', (engine) => {
  let store: Store;
  let second: Store;
  beforeAll(async () => {
    const fresh = await freshStore(engine);
    store = fresh;
    second = await openStore(fresh.location);
  });
  afterAll(() => Promise.all([store.close(), second.close()]));
  beforeEach(() => store.client.probeTarget.deleteMany());

  const connect = async (claim: TargetClaim, through = store) => {
    const answer = await claimTarget(through, claim);
    if (answer.ok) await releaseTarget(through, claim.address.target, claim.holder);
    return answer;
  };

  it('lets six connections pass at once, then two a minute, and says when the next one may come', async () => {
    for (let count = 0; count < 6; count += 1) expect(await connect(claimOf(0))).toEqual({ ok: true });
    const refused = { ok: false, why: 'used', retryAt: at(30) };
    expect(await connect(claimOf(0))).toEqual(refused);
    expect(await connect(claimOf(29))).toEqual(refused);
    expect(await connect(claimOf(30))).toEqual({ ok: true });
    expect(await connect(claimOf(30))).toMatchObject({ ok: false, retryAt: at(60) });
    for (let count = 0; count < 6; count += 1) expect((await connect(claimOf(600))).ok).toBe(true);
    expect((await connect(claimOf(600))).ok).toBe(false);
  });

  it('is not used up by one that was refused for the sake of its network', async () => {
    const network = { target: '192.0.2.0/24', burst: 2, perMinute: 1 };
    const address = (last: number) => ({ target: `192.0.2.${last}`, burst: 6, perMinute: 2 });
    for (const last of [1, 2])
      expect((await connect(claimOf(0, { network, address: address(last) }))).ok).toBe(true);
    expect(await connect(claimOf(0, { network, address: address(3) }))).toEqual({
      ok: false,
      why: 'used',
      retryAt: at(60),
    });
    const row = await store.client.probeTarget.findUniqueOrThrow({ where: { target: '192.0.2.3' } });
    expect([row.fullAt, row.heldBy]).toEqual([at(0), null]);
  });

  it('is held by one connection at a time, until it is over or its worker has been silent for too long', async () => {
    const other = { runId: 'r2', attempt: 1 };
    expect((await claimTarget(store, claimOf(0))).ok).toBe(true);
    expect(await claimTarget(second, claimOf(1, { holder: other }))).toEqual({
      ok: false,
      why: 'busy',
      retryAt: at(30),
    });
    await releaseTarget(store, '192.0.2.25', other);
    expect((await claimTarget(second, claimOf(2, { holder: other }))).ok).toBe(false);
    await releaseTarget(store, '192.0.2.25', { runId: 'r1', attempt: 1 });
    expect((await claimTarget(second, claimOf(3, { holder: other }))).ok).toBe(true);
    expect((await claimTarget(store, claimOf(34))).ok).toBe(true);
  });

  it('is free for the worker that took the run over from the one that held it', async () => {
    expect((await claimTarget(store, claimOf(0))).ok).toBe(true);
    expect((await claimTarget(store, claimOf(1))).ok).toBe(false);
    expect((await claimTarget(second, claimOf(2, { holder: { runId: 'r1', attempt: 2 } }))).ok).toBe(true);
  });

  it('is never exceeded where fifty ask at once through two connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        claimTarget(index % 2 ? store : second, claimOf(0, { holder: { runId: `r${index}`, attempt: 1 } })),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await store.client.probeTarget.deleteMany();
    const alone = Array.from({ length: 40 }, async (_, index) => {
      const network = { target: '192.0.2.0/24', burst: 10, perMinute: 1 };
      const address = { target: `192.0.2.${index}`, burst: 6, perMinute: 2 };
      return claimTarget(index % 2 ? store : second, claimOf(0, { address, network }));
    });
    expect((await Promise.all(alone)).filter(({ ok }) => ok)).toHaveLength(10);
  });

  it('is forgotten once it has been whole for a while', async () => {
    await connect(claimOf(0));
    expect(await forgetOldTargets(store, at(20))).toBe(1);
    expect(await forgetOldTargets(store, at(30))).toBe(0);
    expect(await forgetOldTargets(store, at(31))).toBe(1);
  });
});
