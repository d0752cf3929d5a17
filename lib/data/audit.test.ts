import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AuditEvent, appendAudit, listAudit, verifyAudit } from './audit';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { openStore, type Store } from './store';

const event = (number: number): AuditEvent => ({
  at: new Date('2026-11-24T09:00:00.123Z'),
  actorId: 'ada',
  actorName: 'Ada',
  action: 'connector.created',
  subjectKind: 'connector',
  subjectName: `Connector ${number}`,
  details: { zeta: number, alpha: ['ü', 1.5, null], left: undefined },
  remoteAddress: '192.0.2.1',
});

describeBothEngines('The audit log', (engine) => {
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

  it('is whole while it is empty', async () => {
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 0 });
  });

  it('has no gap where fifty write together through two connections', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? store : second).write((tx) => appendAudit(tx, event(index))),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 50 });
  });

  it('keeps no entry of what did not happen', async () => {
    const failing = store.write(async (tx) => {
      await appendAudit(tx, event(99));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 50 });
  });

  it('is read from the newest entry on', async () => {
    const [newest] = await listAudit(store, { limit: 1 });
    expect(newest).toMatchObject({ sequence: 50, actorName: 'Ada', remoteAddress: '192.0.2.1' });
    expect(newest?.details).toEqual({ zeta: expect.any(Number), alpha: ['ü', 1.5, null] });
    const older = await listAudit(store, { before: 3, limit: 10 });
    expect(older.map((entry) => entry.sequence)).toEqual([2, 1]);
  });

  it('shows where an entry was changed, removed, or cut off the end', async () => {
    const entry = (sequence: number) => ({ where: { sequence } });
    const change = (sequence: number, data: object) =>
      store.client.auditEntry.update({ ...entry(sequence), data });
    await change(20, { actorName: 'Mallory' });
    expect(await verifyAudit(store)).toEqual({ ok: false, atSequence: 20 });
    await change(20, { actorName: 'Ada' });
    await change(30, { details: { zeta: 'other' } });
    expect(await verifyAudit(store)).toEqual({ ok: false, atSequence: 30 });
    await store.client.auditEntry.delete(entry(25));
    expect(await verifyAudit(store)).toEqual({ ok: false, atSequence: 25 });
  });

  it('shows where the newest entry is missing', async () => {
    const other = await freshStore(engine);
    await other.write((tx) => appendAudit(tx, event(1)));
    await other.write((tx) => appendAudit(tx, event(2)));
    await other.client.auditEntry.delete({ where: { sequence: 2 } });
    expect(await verifyAudit(other)).toEqual({ ok: false, atSequence: 2 });
    await other.close();
  });
});
