import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendAudit, listAudit } from '../lib/data/audit';
import { unguardAudit } from '../lib/data/audit-for-tests';
import { migrate } from '../lib/data/migrate';
import { openStore, type Store } from '../lib/data/store';
import { runMailspan } from './mailspan-for-tests';

let dataDir: string;
let store: Store;

// The store stays open the whole time: the command must work while the console runs.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mailspan-cli-audit-'));
  await migrate({ dataDir }, () => undefined);
  store = await openStore({ dataDir });
  const entry = { at: new Date(), actorName: 'Ada', action: 'user.signedIn', subjectKind: 'user' };
  for (let number = 1; number <= 3; number += 1) await store.write((tx) => appendAudit(tx, entry));
});

afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const mailspan = (...args: string[]) => runMailspan(args, { DATA_DIR: dataDir, DATABASE_URL: undefined });

it('says that the log is intact, and the hash to keep', async () => {
  const [newest] = await listAudit(store, { limit: 1 });
  const { code, stdout } = await mailspan('audit', 'verify');
  expect(stdout).toBe(`All 3 entries of the audit log are intact.\nEntry 3 has the hash ${newest?.hash}.\n`);
  expect(code).toBe(0);
});

it('prints the log as JSON, the export among its entries', async () => {
  const { code, stdout } = await mailspan('audit', 'export');
  const { entries } = JSON.parse(stdout) as { entries: { action: string; actorName: string }[] };
  expect(entries).toHaveLength(4);
  expect(entries.at(-1)).toMatchObject({ action: 'audit.exported', actorName: 'command line' });
  expect(code).toBe(0);
});

it('ends with 1 where an entry was changed or removed, and says which', async () => {
  await unguardAudit(store);
  await store.client.auditEntry.update({ where: { sequence: 3 }, data: { actorName: 'Mallory' } });
  const changed = await mailspan('audit', 'verify');
  expect(changed).toMatchObject({ code: 1, stdout: '' });
  expect(changed.stderr).toContain('Entry 3 of the audit log was changed.');
  await store.client.auditEntry.delete({ where: { sequence: 2 } });
  const missing = await mailspan('audit', 'verify');
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('Entry 2 of the audit log is missing.');
});

it.each([
  ['without a sub-command', ['audit']],
  ['with an unknown one', ['audit', 'repair']],
  ['with an unknown option', ['audit', 'verify', '--fix']],
])('ends with 64 %s', async (_, args) => expect((await mailspan(...args)).code).toBe(64));
