import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type AuditEvent, appendAudit, appendAudits, findAudit, listAudit, verifyAudit } from './audit';
import type { AuditFilter } from './audit-filter';
import { unguardAudit } from './audit-for-tests';
import { hashOf } from './audit-hash';
import { describeBothEngines, freshStore, type TestEngine } from './engines-for-tests';
import { toJson } from './json';
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

  it('chains what is written at once, in its order', async () => {
    const own = await freshStore(engine);
    onTestFinished(() => own.close());
    const many = Array.from({ length: 501 }, (_, index) => event(index));
    await own.write((tx) => appendAudit(tx, event(0)));
    expect(await own.write((tx) => appendAudits(tx, many))).toBe(502);
    expect((await findAudit(own, 3))?.subjectName).toBe('Connector 1');
    expect(await verifyAudit(own)).toEqual({ ok: true, count: 502 });
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
});

/** A log of `count` entries whose guards somebody has taken off, and what the check says of it. */
async function tampered(
  engine: TestEngine,
  count: number,
  tamper: (client: Store['client']) => Promise<unknown>,
) {
  const store = await freshStore(engine);
  onTestFinished(() => store.close());
  for (let number = 1; number <= count; number += 1) {
    await store.write((tx) => appendAudit(tx, event(number)));
  }
  expect(await verifyAudit(store)).toEqual({ ok: true, count });
  await unguardAudit(store);
  await tamper(store.client);
  return verifyAudit(store);
}

describeBothEngines('An audit log that somebody wrote to with the database’s own tools', (engine) => {
  const change = (client: Store['client'], sequence: number, data: object) =>
    client.auditEntry.update({ where: { sequence }, data });
  const remove = (client: Store['client'], sequence: number) =>
    client.auditEntry.delete({ where: { sequence } });

  it.each([
    ['another actor', { actorName: 'Mallory' }],
    ['another time', { at: new Date('2026-11-24T09:00:00.124Z') }],
    ['other details', { details: { zeta: 'other' } }],
    ['no address', { remoteAddress: null }],
    ['another hash', { hash: 'f'.repeat(64) }],
  ])('shows an entry that was given %s', async (_, data) => {
    const verdict = await tampered(engine, 4, (client) => change(client, 3, data));
    expect(verdict).toEqual({ ok: false, atSequence: 3, fault: 'changed' });
  });

  it('shows an entry that is consistent in itself, as the next one does not follow it', async () => {
    const verdict = await tampered(engine, 4, async (client) => {
      const row = await client.auditEntry.findUniqueOrThrow({ where: { sequence: 2 } });
      await change(client, 2, { actorName: 'Mallory', hash: hashOf({ ...row, actorName: 'Mallory' }) });
    });
    expect(verdict).toEqual({ ok: false, atSequence: 3, fault: 'changed' });
  });

  it('shows a gap, at the start, in the middle and at the end', async () => {
    for (const gone of [1, 2, 4]) {
      const verdict = await tampered(engine, 4, (client) => remove(client, gone));
      expect(verdict).toEqual({ ok: false, atSequence: gone, fault: 'missing' });
    }
  });

  it('shows that the newest entries are cut off, also where the head was set back with them', async () => {
    const cut = async (client: Store['client'], head: object) => {
      await client.auditEntry.deleteMany({ where: { sequence: { gt: 2 } } });
      await client.auditHead.update({ where: { id: 1 }, data: head });
    };
    expect(await tampered(engine, 4, (client) => cut(client, {}))).toEqual({
      ok: false,
      atSequence: 3,
      fault: 'missing',
    });
    expect(await tampered(engine, 4, (client) => cut(client, { sequence: 2 }))).toEqual({
      ok: false,
      atSequence: 2,
      fault: 'changed',
    });
  });

  it('shows two entries that changed places', async () => {
    const verdict = await tampered(engine, 4, async (client) => {
      await change(client, 2, { sequence: 99 });
      await change(client, 3, { sequence: 2 });
      await change(client, 99, { sequence: 3 });
    });
    expect(verdict).toEqual({ ok: false, atSequence: 2, fault: 'changed' });
  });

  it('shows an entry that was put behind the newest', async () => {
    const verdict = await tampered(engine, 2, async (client) => {
      const newest = await client.auditEntry.findUniqueOrThrow({ where: { sequence: 2 } });
      const row = { ...newest, sequence: 3, previousHash: newest.hash, details: toJson({}) };
      await client.auditEntry.create({ data: { ...row, hash: hashOf({ ...row, details: {} }) } });
    });
    expect(verdict).toEqual({ ok: false, atSequence: 3, fault: 'added' });
  });

  it('shows that the whole log was emptied', async () => {
    expect(await tampered(engine, 3, (client) => client.auditEntry.deleteMany())).toEqual({
      ok: false,
      atSequence: 1,
      fault: 'missing',
    });
  });
});

describeBothEngines('The audit log is searched', (engine) => {
  let store: Store;
  const log = (over: Partial<AuditEvent>) => store.write((tx) => appendAudit(tx, { ...event(0), ...over }));
  beforeAll(async () => {
    store = await freshStore(engine);
    await log({
      subjectName: 'Contoso to Fabrikam',
      subjectId: 'id-1',
      at: new Date('2026-11-23T23:00:00Z'),
    });
    await log({ actorId: 'hal', actorName: 'Hal', action: 'validation.requested', subjectName: '100%_safe' });
    const { actorId: _, ...nobody } = event(0);
    const refused = { ...nobody, actorName: '', action: 'user.signInRefused', subjectName: '100 is safe' };
    await store.write((tx) => appendAudit(tx, refused));
    await log({ actorName: 'Ada Renamed', subjectName: 'contoso to Northwind', subjectId: 'id-2' });
  });
  afterAll(() => store.close());

  const DAY = { from: new Date('2026-11-24T00:00:00Z'), until: new Date('2026-11-24T09:00:00.123Z') };
  it.each<[string, AuditFilter, number[]]>([
    ['everything', {}, [4, 3, 2, 1]],
    ['a person, whatever the name', { actor: { id: 'ada' } }, [4, 1]],
    ['whoever is not signed in', { actor: { name: '' } }, [3]],
    ['a name that only people with accounts have', { actor: { name: 'Ada' } }, []],
    ['some actions', { actions: ['validation.requested', 'user.signInRefused'] }, [3, 2]],
    ['no action', { actions: [] }, []],
    ['part of a name, whatever the case', { subject: 'CONTOSO' }, [4, 1]],
    ['a whole id', { subject: 'id-2' }, [4]],
    ['part of an id', { subject: 'id-' }, []],
    ['a last day', { until: DAY.from }, [1]],
    ['a first day', { from: DAY.from }, [4, 3, 2]],
    ['an end that does not count any more', DAY, []],
    ['all at once', { actor: { id: 'ada' }, subject: 'fabrikam', until: DAY.from }, [1]],
  ])('for %s', async (_, filter, sequences) => {
    const found = await listAudit(store, { ...filter, limit: 9 });
    expect(found.map(({ sequence }) => sequence)).toEqual(sequences);
  });

  it('for signs that a database has a meaning for', async () => {
    const found = await listAudit(store, { subject: '100%_s', limit: 9 });
    expect(found.map(({ sequence }) => sequence)).toContain(2);
    if (engine.provider === 'postgresql') expect(found).toHaveLength(1);
    expect(await listAudit(store, { subject: '\'; DROP TABLE "AuditEntry"; --\\', limit: 9 })).toEqual([]);
  });

  it('a page at a time, and one entry by its number', async () => {
    const page = await listAudit(store, { actor: { id: 'ada' }, before: 4, limit: 1 });
    expect(page.map(({ sequence }) => sequence)).toEqual([1]);
    expect(await findAudit(store, 2)).toMatchObject({ sequence: 2, actorName: 'Hal' });
    expect(await findAudit(store, 5)).toBeUndefined();
  });
});
