import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from '../lib/data/audit';
import { knownMigrations, migrate } from '../lib/data/migrate';
import { openSqliteConnection } from '../lib/data/sqlite-connection';
import { openStore, type Store, sqliteFile } from '../lib/data/store';
import { backUpFromShell } from '../lib/operations/back-up';
import { restoreFromShell } from '../lib/operations/restore';
import { runMailspan } from './mailspan-for-tests';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'mailspan-backup-'));
  folders.push(made);
  return made;
};
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true, force: true }))));

const onSqlite = (dataDir: string) => ({ DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' });
const input = (file: string) => ({ file, now: new Date('2026-11-26T11:05:00Z'), despiteAudit: false });

const said = (store: Store, name: string): Promise<number> =>
  store.write((tx) =>
    appendAudit(tx, { at: new Date(), actorName: name, action: 'test', subjectKind: 'test' }),
  );

/** An open console's database, at which clients write without a pause; `acknowledged` grows with each answer. */
async function busyConsole() {
  const dataDir = await folder();
  await migrate({ dataDir }, () => undefined);
  const store = await openStore({ dataDir });
  const acknowledged: number[] = [];
  let writing = true;
  const clients = ['ada', 'bob', 'eve'].map(async (name) => {
    while (writing) {
      acknowledged.push(await said(store, name));
      // SQLite answers at once: nothing else would ever have its turn.
      await pause(25);
    }
  });
  const stop = async () => {
    writing = false;
    await Promise.all(clients);
  };
  onTestFinished(async () => {
    await stop();
    await store.close();
  });
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(50), { timeout: 20_000 });
  return { dataDir, store, acknowledged, stop };
}

test('a backup of a console at work has all that was acknowledged before it began, and comes back whole', async () => {
  const { dataDir, store, acknowledged, stop } = await busyConsole();
  const file = join(await folder(), 'console.backup');
  const before = acknowledged.length;
  const made = await runMailspan(['backup', file], onSqlite(dataDir));
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(
    /sound\.\nAll \d+ entries of its audit log are intact\.\nEntry \d+ has the hash/,
  );
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(acknowledged.length, 'written meanwhile').toBeGreaterThan(before);
  await stop();

  await expect(backUpFromShell({ dataDir }, { target: file, replace: false })).rejects.toThrow(
    `${file} exists. Choose another name, or add --force.`,
  );

  await expect(restoreFromShell({ dataDir }, input(file))).rejects.toThrow(/is in use\. Stop the console/);
  expect((await verifyAudit(store)).ok).toBe(true);
  expect((await readdir(dataDir)).filter((name) => !name.startsWith('mailspan.db'))).toEqual([]);

  const elsewhere = join(await folder(), 'data');
  const restored = await runMailspan(['restore', file], onSqlite(elsewhere));
  expect([restored.code, restored.stderr]).toEqual([0, '']);
  const once = await runMailspan(['restore', file], onSqlite(elsewhere));
  expect(once.stdout).toMatch(/What was there before is kept: .*mailspan\.db\.\d{8}-\d{6}\n/);
  expect((await readdir(elsewhere)).length).toBe(2);

  const back = await openStore({ dataDir: elsewhere });
  onTestFinished(() => back.close());
  const entries = await listAudit(back, { limit: 100_000 });
  expect((await verifyAudit(back)).ok).toBe(true);
  const kept = new Set(entries.map(({ sequence }) => sequence));
  expect(acknowledged.slice(0, before).filter((sequence) => !kept.has(sequence))).toEqual([]);
  expect(entries[0]).toMatchObject({ action: 'console.restored', details: { count: entries.length - 1 } });
});

describe('What a backup must not bring back', () => {
  test('sessions, open links and waiting validations are over; the rest is there', async () => {
    const dataDir = await folder();
    await migrate({ dataDir }, () => undefined);
    const { client, close } = await openStore({ dataDir });
    const soon = new Date('2027-01-01T00:00:00Z');
    await client.user.create({ data: { id: 'ada', name: 'Ada', email: 'ada@contoso.com' } });
    await client.session.create({ data: { id: 's', token: 't', userId: 'ada', expiresAt: soon } });
    await client.invitation.create({
      data: { tokenHash: 'h', purpose: 'invite', role: 'admin', expiresAt: soon },
    });
    const by = { requestedById: 'ada', requestedByName: 'Ada', requestedAt: new Date(0) };
    await client.validationRun.create({ data: { id: 'r', fingerprint: 'f', plan: {}, ...by } });
    await close();
    const file = join(await folder(), 'b');
    expect((await runMailspan(['backup', file], onSqlite(dataDir))).code).toBe(0);

    const elsewhere = await folder();
    const { ended } = await restoreFromShell({ dataDir: elsewhere }, input(file));
    expect(ended).toEqual({ sessions: 1, links: 1, validations: 1 });
    const back = await openStore({ dataDir: elsewhere });
    onTestFinished(() => back.close());
    expect(await back.client.user.count()).toBe(1);
    expect(await back.client.session.count()).toBe(0);
    expect(await back.client.invitation.count({ where: { expiresAt: { gt: input('').now } } })).toBe(0);
    expect(await back.client.validationRun.findMany()).toMatchObject([{ id: 'r', state: 'cancelled' }]);
  });
});

describe('A backup of another version', () => {
  const backupOf = async (migrations: Awaited<ReturnType<typeof knownMigrations>>): Promise<string> => {
    const dataDir = await folder();
    await migrate({ dataDir }, () => undefined, migrations);
    const copy = join(await folder(), 'b');
    await cp(sqliteFile(dataDir), copy);
    return copy;
  };

  test('an older one is brought up to this version', async () => {
    const known = await knownMigrations('sqlite');
    const { migrations } = await restoreFromShell(
      { dataDir: await folder() },
      input(await backupOf(known.slice(0, -1))),
    );
    expect(migrations).toBe(1);
  });

  test('a newer one is refused, and nothing is changed', async () => {
    const file = await backupOf(await knownMigrations('sqlite'));
    const connection = openSqliteConnection(file);
    await connection.execute(`UPDATE _prisma_migrations SET migration_name = '29990101000000_newer'
      WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`);
    connection.close();
    const dataDir = await folder();
    await expect(restoreFromShell({ dataDir }, input(file))).rejects.toThrow(/a newer version of Mailspan/);
    expect(await readdir(dataDir)).toEqual([]);
  });
});

test('what is no backup is refused in one line', async () => {
  const dataDir = await folder();
  const text = join(dataDir, 'notes.txt');
  await writeFile(text, 'SQLite is nice');
  await expect(restoreFromShell({ dataDir }, input(text))).rejects.toThrow(
    `${text} is not a backup of Mailspan.`,
  );
  await writeFile(text, `SQLite format 3\0${'x'.repeat(5_000)}`);
  await expect(restoreFromShell({ dataDir }, input(text))).rejects.toThrow(/^The backup is damaged/);
  const missing = await runMailspan(['backup', join(dataDir, 'b')], onSqlite(join(dataDir, 'empty')));
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringMatching(/^There is no database in/)]);
  expect(existsSync(join(dataDir, 'b'))).toBe(false);
});
