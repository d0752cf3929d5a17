import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from '../data/audit';
import { unguardAudit } from '../data/audit-for-tests';
import { migrate } from '../data/migrate';
import { serverBesideTools, startServer } from '../data/postgres-with-tools-for-tests';
import { openStore } from '../data/store';
import { backUpFromShell } from './back-up';
import { restoreFromShell } from './restore';

const bin = await serverBesideTools();
if (!bin) console.error('Skipped: PostgreSQL’s backups; pg_dump and Debian’s server beside it are not here.');

test.skipIf(!bin)(
  'PostgreSQL: a backup amid writes comes back whole, and what was there is kept',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailspan-backup-'));
    const server = await startServer(bin ?? '');
    onTestFinished(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    const location = { databaseUrl: server.url, dataDir: folder };
    await migrate(location, () => undefined);
    const store = await openStore(location);
    const acknowledged: number[] = [];
    let writing = true;
    const clients = ['ada', 'bob'].map(async (name) => {
      const entry = { at: new Date(), actorName: name, action: 'test', subjectKind: 'test' };
      while (writing) acknowledged.push(await store.write((tx) => appendAudit(tx, entry)));
    });
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(50), { timeout: 20_000 });
    const before = [...acknowledged];
    const file = join(folder, 'backup');
    const made = await backUpFromShell(location, { target: file, replace: false });
    expect(acknowledged.length, 'written meanwhile').toBeGreaterThan(before.length);
    writing = false;
    await Promise.all(clients);
    expect(made.audit.ok).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const input = { file, now: new Date('2026-11-26T11:05:00Z'), despiteAudit: false };
    await expect(restoreFromShell(location, input)).rejects.toThrow(/is in use: \d+ other connections/);
    await store.close();

    const restored = await restoreFromShell(location, input);
    expect(restored.aside).toBe('schema before_20261126_110500');
    const back = await openStore(location);
    expect((await verifyAudit(back)).ok).toBe(true);
    const entries = await listAudit(back, { limit: 100_000 });
    const kept = new Set(entries.map(({ sequence }) => sequence));
    expect(before.filter((sequence) => !kept.has(sequence))).toEqual([]);
    expect(entries[0]).toMatchObject({ action: 'console.restored' });
    // The triggers came back too.
    await expect(back.client.auditEntry.deleteMany()).rejects.toThrow();
    const [former] = await back.client.$queryRawUnsafe<{ count: bigint }[]>(
      'SELECT count(*) AS count FROM before_20261126_110500."AuditEntry"',
    );
    expect(Number(former?.count)).toBe(acknowledged.length);

    // A backup whose log is not whole is told as such, and is not put in place: the database stays as it is.
    await unguardAudit(back);
    await back.client.auditEntry.update({ where: { sequence: 7 }, data: { actorName: 'eve' } });
    const broken = join(folder, 'broken');
    expect(await backUpFromShell(location, { target: broken, replace: false })).toMatchObject({
      audit: { ok: false, atSequence: 7, fault: 'changed' },
    });
    await back.close();
    const again = { ...input, file: broken, now: new Date('2026-11-26T12:00:00Z') };
    await expect(restoreFromShell(location, again)).rejects.toThrow(/Entry 7 of the backup's audit log/);
    const same = await openStore(location);
    expect((await listAudit(same, { limit: 1 }))[0]?.sequence).toBe(entries[0]?.sequence);
    await same.close();
  },
);
