import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertAccount } from '../lib/data/accounts';
import { migrate } from '../lib/data/migrate';
import { openStore, type Store } from '../lib/data/store';
import { setUserDisabled } from '../lib/data/users';
import { runMailspan } from './mailspan-for-tests';

let dataDir: string;
let store: Store;

// The store stays open the whole time: the command must work while the console runs.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mailspan-cli-'));
  await migrate({ dataDir }, () => undefined);
  store = await openStore({ dataDir });
  await store.write(async (tx) => {
    const ada = { name: 'Ada', email: 'ada@contoso.com', role: 'admin', passwordHash: 'x' } as const;
    await insertAccount(tx, ada);
    const hal = await insertAccount(tx, { ...ada, name: 'Hal', email: 'hal@contoso.com' });
    await setUserDisabled(tx, hal, true);
  });
});

afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const mailspan = (...args: string[]) =>
  runMailspan(args, { DATA_DIR: dataDir, DATABASE_URL: undefined, PUBLIC_URL: 'https://m.contoso.com' });

it('prints a link for somebody with an account, whatever the case', async () => {
  const { code, stdout } = await mailspan('reset-password', '--email', 'ADA@contoso.com');
  expect(stdout).toMatch(/^https:\/\/m\.contoso\.com\/reset\/[\w-]{43}\n$/);
  expect(code).toBe(0);
});

it('enables an account only where that is asked for', async () => {
  const still = await mailspan('reset-password', '--email', 'hal@contoso.com');
  expect(still.stderr).toContain('--enable');
  const enabled = await mailspan('reset-password', '--email', 'hal@contoso.com', '--enable');
  expect(enabled.stderr).not.toContain('--enable');
  expect(await store.client.user.findUnique({ where: { email: 'hal@contoso.com' } })).toMatchObject({
    banned: false,
  });
});

it('ends with 1 where nobody has the address, and prints no link', async () => {
  const answer = await mailspan('reset-password', '--email', 'no@contoso.com');
  expect(answer).toMatchObject({ code: 1, stdout: '' });
  expect(answer.stderr).toContain('Nobody has an account');
});

it.each([
  ['without an address', ['reset-password']],
  ['with something else', ['reset-password', '--email', 'ada']],
  ['with an unknown option', ['reset-password', '--email', 'ada@contoso.com', '--force']],
  ['with an unknown command', ['reset']],
])('ends with 64 %s', async (_, args) => expect((await mailspan(...args)).code).toBe(64));

it('explains itself', async () => {
  const { code, stdout } = await mailspan('--help');
  expect([code, stdout]).toEqual([0, expect.stringContaining('reset-password')]);
});
