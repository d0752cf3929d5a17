import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ValidationEvent } from '../mailflow/observation';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { openStore, type Store } from './store';
import {
  appendEvents,
  claimRun,
  extendLease,
  finishCancelledRun,
  finishRun,
  releaseRuns,
} from './validation-queue';
import { eventsAfter, findRun, insertRun, listRuns, type NewRun, requestCancel } from './validation-runs';

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, second));
const request: NewRun = {
  fingerprint: 'f1',
  plan: {
    hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }],
    tls: { level: 'encryptionOnly' },
    recipients: ['postmaster@contoso.com'],
  },
  requestedById: 'ada',
  requestedByName: 'Ada',
  requestedAt: at(0),
};
const began = (startedAtMs: number): ValidationEvent => ({
  kind: 'stageStarted',
  stage: 'connect',
  host: 'mail.contoso.com',
  port: 25,
  startedAtMs,
});
const lease = (owner: string, second: number) => ({ owner, now: at(second), leaseMs: 10_000 });

describeBothEngines('Validation runs', (engine) => {
  let store: Store;
  let second: Store;
  beforeAll(async () => {
    const fresh = await freshStore(engine);
    store = fresh;
    second = await openStore(fresh.location);
  });
  afterAll(async () => {
    await second.close();
    await store.close();
  });
  beforeEach(() => store.client.validationRun.deleteMany());
  const cancel = (id: string, now: Date) => store.write((tx) => requestCancel(tx, id, now));

  it('wait in the queue as they were requested, the oldest first', async () => {
    const later = await insertRun(store, { ...request, connectorId: 'c1', requestedAt: at(1) });
    const id = await insertRun(store, { ...request, connectorId: 'c1' });
    expect(await findRun(store, id)).toEqual({
      ...request,
      id,
      connectorId: 'c1',
      state: 'queued',
      attempt: 0,
    });
    expect((await listRuns(store, 'c1', 5)).map((run) => run.id)).toEqual([later, id]);
    expect(await claimRun(store, lease('w1', 2))).toMatchObject({ id, state: 'running', attempt: 1 });
    expect(await claimRun(store, lease('w1', 2))).toMatchObject({ id: later });
    expect(await claimRun(store, lease('w1', 2))).toBeUndefined();
  });

  it('go to one worker each where eight take fifty through two connections', async () => {
    const ids = new Set<string>();
    for (let index = 0; index < 50; index += 1) ids.add(await insertRun(store, request));
    const claimed: string[] = [];
    const worker = async (index: number) => {
      for (;;) {
        const run = await claimRun(index % 2 ? store : second, lease(`w${index}`, 1));
        if (!run) return;
        claimed.push(run.id);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => worker(index)));
    expect(claimed).toHaveLength(50);
    expect(new Set(claimed)).toEqual(ids);
  });

  it('are taken over when the lease is over, and forget what the first worker reported', async () => {
    const id = await insertRun(store, request);
    await claimRun(store, lease('w1', 0));
    expect(await appendEvents(store, id, 'w1', 1, [began(1), began(2)])).toBe(true);
    expect(await claimRun(store, lease('w2', 9))).toBeUndefined();
    expect(await claimRun(store, lease('w1', 11))).toBeUndefined();
    expect(await claimRun(store, lease('w2', 11))).toMatchObject({ id, attempt: 2 });
    expect(await eventsAfter(store, id, 0)).toEqual([]);
    expect(await appendEvents(store, id, 'w1', 3, [began(3)])).toBe(false);
    expect(await extendLease(store, id, lease('w1', 12))).toBe('lost');
    const late = { outcome: 'failed' as const, verdict: {}, facts: {}, now: at(12) };
    expect(await finishRun(store, id, 'w1', late)).toBe(false);
    expect(await findRun(store, id)).toMatchObject({ state: 'running' });
  });

  it('stay with a worker that extends its lease', async () => {
    const id = await insertRun(store, request);
    await claimRun(store, lease('w1', 0));
    expect(await extendLease(store, id, lease('w1', 8))).toBe('held');
    expect(await claimRun(store, lease('w2', 12))).toBeUndefined();
  });

  it('are followed event by event, and end with a verdict', async () => {
    const id = await insertRun(store, request);
    await claimRun(store, lease('w1', 0));
    await appendEvents(store, id, 'w1', 1, [began(1), began(2)]);
    await appendEvents(store, id, 'w1', 3, [began(3)]);
    expect(await eventsAfter(store, id, 1)).toEqual([
      { sequence: 2, event: began(2) },
      { sequence: 3, event: began(3) },
    ]);
    const result = { outcome: 'passed', verdict: { findings: [] }, facts: { heloName: 'a.b' } } as const;
    expect(await store.write((tx) => finishRun(tx, id, 'w1', { ...result, now: at(5) }))).toBe(true);
    expect(await findRun(store, id)).toMatchObject({
      ...result,
      state: 'finished',
      startedAt: at(0),
      finishedAt: at(5),
    });
    expect(await appendEvents(store, id, 'w1', 4, [began(4)])).toBe(false);
    expect(await claimRun(store, lease('w2', 60))).toBeUndefined();
  });

  it('are cancelled at once while they wait, and by their worker while they run', async () => {
    const waiting = await insertRun(store, request);
    expect(await cancel(waiting, at(1))).toBe('cancelled');
    expect(await findRun(store, waiting)).toMatchObject({ state: 'cancelled', finishedAt: at(1) });
    const running = await insertRun(store, request);
    await claimRun(store, lease('w1', 2));
    expect(await cancel(running, at(3))).toBe('requested');
    expect(await extendLease(store, running, lease('w1', 4))).toBe('cancelRequested');
    expect(await finishCancelledRun(store, running, 'w1', at(5))).toBe(true);
    expect(await findRun(store, running)).toMatchObject({ state: 'cancelled' });
    expect(await cancel(running, at(6))).toBe('tooLate');
    expect(await cancel('nobody', at(6))).toBe('tooLate');
  });

  it('go back to the queue when their worker goes away', async () => {
    const id = await insertRun(store, request);
    await claimRun(store, lease('w1', 0));
    expect(await releaseRuns(store, 'w1')).toBe(1);
    expect(await findRun(store, id)).toMatchObject({ state: 'queued' });
    expect(await claimRun(store, lease('w2', 1))).toMatchObject({ id, attempt: 2 });
  });
});
