import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listAudit } from '../lib/data/audit';
import { migrate } from '../lib/data/migrate';
import { openStore, type Store } from '../lib/data/store';
import { runMailspan } from './mailspan-for-tests';
import { planJson } from './plan-json-shape';

const SCHEMA = new URL('../docs/schema/plan.schema.json', import.meta.url);
const RECORD = { ConnectorType: 'Partner', Enabled: true, UseMXRecord: true, RecipientDomains: ['b.com'] };
const TENANT = [
  { ...RECORD, Name: 'B' },
  { DomainName: 'contoso.com', DomainType: 'Authoritative', Default: true },
];

let folder: string;
let store: Store;
let tenant: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailspan-exchange-'));
  await migrate({ dataDir: folder }, () => undefined);
  store = await openStore({ dataDir: folder });
  tenant = await fileOf('tenant.json', JSON.stringify(TENANT));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const fileOf = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const mailspan = (...args: string[]) =>
  runMailspan(args, { DATA_DIR: folder, DATABASE_URL: undefined, LC_ALL: 'C' });
const audit = async () =>
  (await listAudit(store, { limit: 50 })).map(({ action, actorName }) => [action, actorName]);

describe('A tenant’s file on the command line', () => {
  it('is planned, taken over, and then there is nothing to do', async () => {
    const planned = await mailspan('plan', tenant);
    expect(planned.stdout).toContain('+ new: connector “B”\n');
    expect(planned.stdout).toContain('2 new.');
    expect(planned.code).toBe(2);
    const unasked = await mailspan('import', tenant);
    expect([unasked.code, unasked.stdout]).toEqual([2, planned.stdout]);
    expect(await audit()).toEqual([]);

    const taken = await mailspan('import', tenant, '--yes');
    expect(taken.stdout).toBe('Taken over: 1 connector, 1 accepted domain, 0 rules.\n');
    expect(taken.code).toBe(0);
    const [newest] = await audit();
    expect(newest).toEqual(['exchange.imported', 'command line']);
    expect(await store.client.connectorVersion.findMany()).toMatchObject([
      { note: 'imported', createdByName: 'command line' },
    ]);

    const again = await mailspan('plan', tenant, '--json');
    const { counts, rows } = z.strictObject(planJson.shape).parse(JSON.parse(again.stdout));
    expect(counts).toMatchObject({ unchanged: 2, added: 0 });
    expect(rows).toHaveLength(2);
    expect(again.code).toBe(0);
  }, 120_000);

  it('tells every difference by the cmdlets’ names', async () => {
    const off = await fileOf(
      'off.json',
      JSON.stringify({ ...RECORD, Name: 'B', Enabled: false, TlsSettings: 'EncryptionOnly' }),
    );
    const { stdout, code } = await mailspan('plan', off);
    expect(stdout).toContain('~ changed: connector “B”\n    Enabled: true → false\n');
    expect(stdout).toContain('    TlsSettings: – → EncryptionOnly\n');
    expect(stdout).toContain('Changed in the tenant since it was read the last time.');
    expect(code).toBe(2);
  }, 60_000);

  it('that can’t be read ends with 65, and says where and why', async () => {
    const broken = await fileOf('broken.json', '[\n  {"Name": "A",\n oops}]');
    const { stdout, stderr, code } = await mailspan('import', broken, '--yes');
    expect([stdout, code]).toEqual(['', 65]);
    expect(stderr).toMatch(/^broken\.json:3:2: this is not JSON:/);
    expect((await mailspan('plan', join(folder, 'none.json'))).code).toBe(64);
  }, 60_000);
});

describe('mailspan export', () => {
  it('prints the set-up, or a script of one connector, and the audit log says so', async () => {
    const { stdout, code } = await mailspan('export');
    expect(JSON.parse(stdout).connectors).toHaveLength(1);
    expect(code).toBe(0);
    const output = join(folder, 'b.ps1');
    expect(
      (await mailspan('export', '--format', 'exchange-online', '--connector', 'b', '--output', output)).code,
    ).toBe(0);
    expect(await readFile(output, 'utf8')).toMatch(/^\ufeff[\s\S]*New-OutboundConnector/);
    expect((await audit())[0]).toEqual(['exchange.exported', 'command line']);
  }, 60_000);

  it.each([
    ['a change as JSON', ['--form', 'change']],
    ['the way back of nothing', ['--format', 'exchange-online', '--reverse']],
    ['an unknown connector', ['--connector', 'none']],
  ])(
    'ends with 64 for %s',
    async (_, args) => expect((await mailspan('export', ...args)).code).toBe(64),
    60_000,
  );
});

it('the schema of a plan is the one that is published', async () => {
  const text = `${JSON.stringify(z.toJSONSchema(planJson), null, 2)}\n`;
  if (process.env.UPDATE_SCHEMA) await writeFile(SCHEMA, text);
  expect(await readFile(SCHEMA, 'utf8')).toBe(text);
});
