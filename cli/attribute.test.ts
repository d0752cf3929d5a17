import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeSetUpFile } from '../lib/exchange/set-up-file';
import { fromOrganization, fromPartner, setup } from '../lib/mailflow/setup-for-tests';
import { type AttributionJson, attributionJson } from './attribution-json-shape';
import { runMailspan } from './mailspan-for-tests';

const SCHEMA = new URL('../docs/schema/attribute.schema.json', import.meta.url);
const US = ['--mail-from', 'ada@contoso.com'];
const OUT = ['--rcpt-to', 'eve@elsewhere.example'];
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailspan-attribute-'));
  file = join(folder, 'set-up.json');
  const connectors = [
    fromOrganization('Own by name', 'mail.contoso.com'),
    fromOrganization('Own by address', '192.0.2.0/24'),
    fromPartner('Partner', 'fabrikam.com', { certificate: 'mx.fabrikam.com' }),
  ];
  await writeFile(file, writeSetUpFile(setup(connectors, 'contoso.com')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A machine without a database that could answer. */
const environment = () => ({
  DATABASE_URL: 'postgresql://127.0.0.1:9/nobody',
  DATA_DIR: folder,
  LC_ALL: 'C',
});
const attribute = (...args: string[]) => runMailspan(['attribute', '--setup', file, ...args], environment());
const answer = async (...args: string[]): Promise<Readonly<{ code: unknown; json: AttributionJson }>> => {
  const { code, stdout } = await attribute(...args, '--json');
  return { code, json: z.strictObject(attributionJson.shape).parse(JSON.parse(stdout)) };
};

describe('mailspan attribute', () => {
  it('relays for a server that shows the certificate, and says who was beaten', async () => {
    const { code, json } = await answer(
      '--certificate',
      'mail.contoso.com',
      '--ip',
      '192.0.2.7',
      ...US,
      ...OUT,
    );
    expect(json).toMatchObject({
      winner: 'Own by name',
      reason: 'organizationCertificate',
      value: 'mail.contoso.com',
      beaten: [{ name: 'Own by address', reason: 'laterInOrder', match: 'organizationAddress' }],
      recipients: [{ to: 'eve@elsewhere.example', verdict: 'accepted', code: 'relay', reply: null }],
    });
    expect(code).toBe(0);
  });

  it('refuses to relay for a stranger, with the reply that the service gives', async () => {
    const { code, json } = await answer('--ip', '203.0.113.1', ...US, ...OUT);
    expect(json).toMatchObject({
      winner: null,
      recipients: [{ verdict: 'refused', code: 'relayNoConnector', reply: { code: '550 5.7.64' } }],
    });
    expect(code).toBe(1);
  });

  it('ends with 2 where nobody can say', async () => {
    const { code, json } = await answer(...US, ...OUT);
    expect([code, json.recipients[0]?.code]).toEqual([2, 'addressUnknown']);
  });

  it.each([
    [['--no-tls'], 'tlsMissing'],
    [['--certificate', 'mx.elsewhere.example'], 'certificateOther'],
    [['--certificate', 'mx.fabrikam.com', '--untrusted'], 'certificateUntrusted'],
    [['--certificate', 'mx.fabrikam.com'], 'ownRecipient'],
  ])('holds a partner to its restrictions: %j → %s', async (args, verdict) => {
    const partner = [
      '--ip',
      '203.0.113.9',
      '--mail-from',
      'bob@fabrikam.com',
      '--rcpt-to',
      'ada@contoso.com',
    ];
    expect((await answer(...partner, ...args)).json.recipients[0]?.code).toBe(verdict);
  });

  it('explains itself to people, in the language of the environment', async () => {
    const args = ['--setup', file, '--ip', '203.0.113.1', ...US, ...OUT];
    const english = await runMailspan(['attribute', ...args], environment());
    expect(english.stdout).toContain('The connection belongs to no connector');
    expect(english.stdout).toContain('eve@elsewhere.example: refused');
    const italian = await runMailspan(['attribute', ...args], { ...environment(), LC_ALL: 'it_IT.UTF-8' });
    expect(italian.stdout).toContain('La connessione non appartiene ad alcun connettore');
  });

  it.each([
    ['without a sender', OUT],
    ['without a recipient', US],
    ['with an address that is none', [...US, ...OUT, '--ip', '300.1.1.1']],
    ['with a certificate and no TLS', [...US, ...OUT, '--no-tls', '--certificate', 'a.example.com']],
    ['with half an answer about direct send', [...US, ...OUT, '--reject-direct-send', 'perhaps']],
  ])('ends with 64 %s', async (_, args) => expect((await attribute(...args)).code).toBe(64));

  it('prints what its schema documents', async () => {
    const text = `${JSON.stringify(z.toJSONSchema(attributionJson), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) await writeFile(SCHEMA, text);
    expect(await readFile(SCHEMA, 'utf8')).toBe(text);
  });
});
