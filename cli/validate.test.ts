import { spawn } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type MailLab, startMailLab } from '../e2e/support/mail-lab';
import { testCa } from '../e2e/support/smart-hosts/test-ca';
import { ASIDES } from '../lib/mailflow/observation';
import { runMailspan } from './mailspan-for-tests';
import { type ValidationJson, validationJson } from './validation-json-shape';

const SCHEMA = new URL('../docs/schema/validate.schema.json', import.meta.url);
const ADA = 'ada@contoso.com';
const GOOD = 'good.contoso.com';
const KINDS = [
  ...['good', 'expired', 'wildcard', 'noStarttls', 'greylist', 'refusesRecipient', 'implicitTls'],
  ...['strict', 'noPostmaster', 'greylistsStrangers'],
  ...['silent', 'closesAtEhlo', 'starttlsGarbage', 'mustStartTls', 'busy421', 'dataRefused', 'closesAtRcpt'],
] as const;

let folder: string;
let root: string;
let lab: MailLab;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailspan-validate-'));
  const hosts = KINDS.map((kind) => ({ kind, host: `${kind.toLowerCase()}.contoso.com` }) as const);
  const servers = { 'mx1.fabrikam.test': 'refused', 'mx2.fabrikam.test': 'good' } as const;
  const records = ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'];
  lab = await startMailLab(hosts as Parameters<typeof startMailLab>[0], folder, {
    servers,
    zone: { 'fabrikam.test': { MX: records }, 'nomail.test': { MX: ['0 .'] } },
  });
  root = join(folder, 'root.pem');
  await (await testCa()).writeRoot(root);
});

afterAll(async () => {
  await lab.close();
  await rm(folder, { recursive: true, force: true });
});

const hostOf = (kind: string) => {
  const found = lab.hosts.find((host) => host.kind === kind);
  if (!found) throw new Error(`There is no ${kind} host.`);
  return found;
};
/** `--host` with the name and the port of a smart host. */
const at = (kind: string): string[] => ['--host', `${hostOf(kind).host}:${hostOf(kind).port}`];

/** A machine that has no database, no setting but the DNS server, and English. */
const environment = (): Record<string, string | undefined> => ({
  PROBE_DNS_SERVERS: lab.env.PROBE_DNS_SERVERS,
  NODE_OPTIONS: lab.env.NODE_OPTIONS,
  MX_LAB_PORTS: lab.env.MX_LAB_PORTS,
  DATABASE_URL: 'postgresql://127.0.0.1:9/nobody',
  DATA_DIR: join(folder, 'data'),
  LC_ALL: 'C',
});
const shell = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runMailspan(['validate', ...args], { ...environment(), ...env });
const validate = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  shell([...args, '--allow-loopback'], env);

type Told = Readonly<{ code: number | string; json: ValidationJson }>;
/** The one object that `--json` prints, held against the published schema. */
async function told(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { code, stdout, stderr } = await validate([...args, '--json'], env);
  expect(stderr).toBe('');
  const published = z.fromJSONSchema(JSON.parse(await readFile(SCHEMA, 'utf8')));
  published.parse(JSON.parse(stdout));
  return { code, json: validationJson.parse(JSON.parse(stdout)) };
}
/** What fails the validation; of one host where it is named. */
const weighty = ({ findings }: ValidationJson, of?: string): string[] =>
  findings.flatMap(({ severity, code, stage, host }) =>
    severity === 'error' && (of ?? host) === host ? [`${code} at ${stage}`] : [],
  );

describe('The verdict is the exit code', () => {
  it('0: every address answers, trusted by the file that was named, and the mailbox is accepted', async () => {
    const { code, json } = await told([...at('good'), '--tls', 'ca', '--ca', root, '--to', ADA]);
    expect([code, json.verdict, weighty(json)]).toEqual([0, 'passed', []]);
    const [host] = json.hosts;
    expect(host).toMatchObject({ host: GOOD, port: hostOf('good').port });
    const [address] = host?.addresses ?? [];
    expect(address).toMatchObject({ address: '127.0.0.1', port: hostOf('good').port });
    const dialogue = address?.stages.filter(({ stage }) => !ASIDES.has(stage));
    expect(dialogue?.map(({ stage, ok }) => [stage, ok])).toEqual(
      ['connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehloAfterTls', 'mailFrom', 'rcptTo', 'quit'].map(
        (stage) => [stage, true],
      ),
    );
    expect(address?.stages.at(-2)).toMatchObject({ recipient: ADA, reply: { code: 250 } });
    expect(address?.tls).toMatchObject({
      version: 'TLSv1.3',
      chain: 'ok',
      certificate: {
        subject: `CN=${GOOD}`,
        issuer: 'CN=Mailspan Test Intermediate',
        subjectAlternativeNames: [GOOD],
      },
    });
    expect(hostOf('good').received).toEqual([]);
  });

  it('2: greylisting proves nothing either way', async () => {
    const { code, json } = await told([...at('greylist'), '--to', ADA]);
    expect([code, json.verdict]).toEqual([2, 'inconclusive']);
    expect(json.findings).toContainEqual(
      expect.objectContaining({
        code: 'greylisted',
        severity: 'warning',
        host: 'greylist.contoso.com',
        port: hostOf('greylist').port,
        address: '127.0.0.1',
        stage: 'rcptTo',
        recipient: ADA,
      }),
    );
  });

  it('1: hosts that fail at each stage, each with its own finding, and whatever was seen until then', async () => {
    const kinds = ['silent', 'closesAtEhlo', 'noStarttls', 'starttlsGarbage', 'expired'];
    const hosts = ['--host', 'nobody.contoso.com', '--host', '127.0.0.1:9', ...kinds.flatMap(at)];
    const { code, json } = await told([...hosts, '--tls', 'ca', '--ca', root], {
      PROBE_BANNER_TIMEOUT_MS: '900',
    });
    expect([code, json.verdict]).toEqual([1, 'failed']);
    const stagesOf = ({ stages, addresses }: ValidationJson['hosts'][number]) => [
      ...stages,
      ...addresses.flatMap((each) => each.stages),
    ];
    const failed = json.hosts.map((host) => [
      host.host,
      weighty(json, host.host).join(),
      stagesOf(host)
        .flatMap(({ stage, ok }) => (ok || stage === 'quit' ? [] : [stage]))
        .join(),
    ]);
    expect(failed).toEqual([
      ['nobody.contoso.com', 'dnsNotFound at resolve', 'resolve'],
      ['127.0.0.1', 'connectionRefused at connect', 'connect'],
      ['silent.contoso.com', '', 'banner'],
      ['closesatehlo.contoso.com', 'connectionClosed at ehlo', 'ehlo'],
      ['nostarttls.contoso.com', 'starttlsNotOffered at starttls', 'starttls'],
      ['starttlsgarbage.contoso.com', 'notTls at tls', 'tls'],
      ['expired.contoso.com', 'certificateExpired at tls', ''],
    ]);
    expect(json.hosts[0]?.addresses).toEqual([]);
    const certificate = json.hosts.at(-1)?.addresses[0]?.tls?.certificate;
    expect(Date.parse(certificate?.validTo ?? '')).toBeLessThan(Date.now());
    expect(certificate?.subjectAlternativeNames).toEqual(['expired.contoso.com']);
  });

  it('1: the envelope fails at each of its stages', async () => {
    const kinds = ['mustStartTls', 'refusesRecipient', 'closesAtRcpt', 'dataRefused'];
    const { code, json } = await told([...kinds.flatMap(at), '--to', ADA, '--send']);
    expect([code, weighty(json)]).toEqual([
      1,
      [
        'starttlsDemanded at mailFrom',
        'unknownRecipient at rcptTo',
        'connectionClosed at rcptTo',
        'messageTooLarge at data',
      ],
    ]);
  });
});

describe('The options', () => {
  it('--send sends the test message to every recipient, from the sender and under the name that were given', async () => {
    const before = hostOf('wildcard').received.length;
    const recipients = ['--to', ADA, '--to', 'bob@contoso.com'];
    const { code } = await told(
      [
        ...at('wildcard'),
        ...recipients,
        '--from',
        'check@contoso.com',
        '--helo',
        'probe.contoso.com',
        '--send',
      ],
      { PROBE_SENDER: 'other@contoso.com' },
    );
    expect(code).toBe(0);
    const received = hostOf('wildcard').received.slice(before);
    expect(received.map(({ from, to, secure }) => [from, to, secure])).toEqual([
      ['check@contoso.com', [ADA], true],
      ['check@contoso.com', ['bob@contoso.com'], true],
    ]);
    expect(received[0]?.text).toContain('@probe.contoso.com>');
  });

  it('an empty --from is the null return path, whatever the environment says', async () => {
    await told([...at('wildcard'), '--to', ADA, '--from', '', '--send'], { PROBE_SENDER: 'a@contoso.com' });
    expect(hostOf('wildcard').received.at(-1)?.from).toBe('');
  });

  it('--tls and --ca decide what a certificate must be', async () => {
    const codes = async (tls: string, ...more: string[]) =>
      (await told([...at('good'), '--tls', tls, ...more])).code;
    const ca = ['--ca', root];
    expect(
      await Promise.all([
        codes('any'),
        codes('ca'),
        codes('domain=*.contoso.com'),
        codes('domain=*.contoso.com', ...ca),
        codes('domain=mail.fabrikam.com', ...ca),
      ]),
    ).toEqual([0, 1, 1, 0, 1]);
  });

  it('--ca adds to what NODE_EXTRA_CA_CERTS names, and takes nothing away', async () => {
    const other = join(folder, 'other.pem');
    const stranger = await (await testCa()).issue('selfSigned', ['ca.fabrikam.test']);
    await writeFile(other, `# a comment\n${stranger.cert}`);
    const args = [...at('good'), '--tls', 'ca', '--ca', other];
    expect((await told(args)).code).toBe(1);
    expect((await told(args, { NODE_EXTRA_CA_CERTS: root })).code).toBe(0);
  });

  it('addresses stand for hosts too, each told of as it was typed and once', async () => {
    const { port } = hostOf('good');
    const hosts = [
      `127.0.0.1:${port}`,
      `127.0.0.1:${port}`,
      `[::FFFF:127.0.0.1]:${port}`,
      '[::1]:9',
      `GOOD.contoso.com:${port}`,
    ];
    const { code, json } = await told(hosts.flatMap((host) => ['--host', host]));
    expect(code).toBe(1);
    expect(json.hosts.map(({ host, addresses }) => [host, addresses.map(({ address }) => address)])).toEqual([
      ['::FFFF:127.0.0.1', ['127.0.0.1']],
      ['::1', ['::1']],
      ['GOOD.contoso.com', ['127.0.0.1']],
    ]);
    expect(json.findings.find(({ code: each }) => each === 'connectionRefused')?.host).toBe('::1');
  });

  it('without --host, mail goes by MX: a first server that is down, a second that takes it', async () => {
    const { code, json } = await told(['--to', 'ada@fabrikam.test', '--send']);
    expect([code, json.verdict]).toEqual([0, 'passed']);
    expect(json.domains).toMatchObject([
      {
        domain: 'fabrikam.test',
        exchangers: [{ name: 'mx1.fabrikam.test', preference: 10 }, { preference: 20 }],
      },
    ]);
    expect(json.hosts.map(({ host, port }) => [host, port])).toEqual([
      ['mx1.fabrikam.test', 25],
      ['mx2.fabrikam.test', 25],
    ]);
    expect(lab.mxServer('mx2.fabrikam.test').received).toHaveLength(1);
  });

  it('by MX without --send, an accepted recipient is enough', async () => {
    expect((await told(['--to', 'ada@fabrikam.test'])).code).toBe(0);
    expect(lab.mxServer('mx2.fabrikam.test').received).toHaveLength(1);
    const none = await told(['--to', 'ada@nomail.test']);
    expect([none.code, weighty(none.json), none.json.hosts]).toEqual([1, ['nullMx at mx'], []]);
  });

  it('this machine is out of reach without --allow-loopback, whatever the port', async () => {
    const { code, stdout } = await shell([...at('good'), '--json']);
    const json = validationJson.parse(JSON.parse(stdout));
    expect([code, weighty(json)]).toEqual([1, ['addressDenied at resolve']]);
    expect(json.hosts[0]?.addresses).toEqual([expect.objectContaining({ address: '127.0.0.1', stages: [] })]);
  });

  it('--check-refusals also asks what the servers refuse, and sends nothing for it', async () => {
    const kinds = ['strict', 'good', 'noPostmaster', 'greylistsStrangers'];
    const { code, json } = await told([...kinds.flatMap(at), '--to', ADA, '--check-refusals']);
    const found = (kind: string) =>
      json.findings.flatMap(({ code: each, severity, host, stage }) =>
        host === hostOf(kind).host && stage === 'rcptTo' ? [`${severity} ${each}`] : [],
      );
    expect([code, ...kinds.map(found)]).toEqual([
      0,
      [],
      ['warning unknownRecipientAccepted', 'warning relaysForConsole'],
      ['warning postmasterRefused'],
      Array.from({ length: 3 }, () => 'warning checkUnanswered'),
    ]);
    const asked = json.hosts[0]?.addresses[0]?.stages.filter(
      ({ check, stage }) => check && stage === 'rcptTo',
    );
    expect(asked?.map(({ check, ok, recipient }) => [check, ok, recipient?.split('@')[1]])).toEqual([
      ['postmaster', true, 'contoso.com'],
      ['unknownRecipient', false, 'contoso.com'],
      ['foreignDomain', false, 'example.com'],
    ]);
    expect(hostOf('strict').received).toEqual([]);
  });

  it('--timeout ends the whole validation, which is inconclusive then', async () => {
    const { code, json } = await told([...at('silent'), '--timeout', '1.5']);
    expect([code, json.findings.map((each) => each.code)]).toEqual([
      2,
      expect.arrayContaining(['runDeadline']),
    ]);
    expect(json.tookMs).toBeLessThan(10_000);
  });
});

describe('A wrong use ends with 64 and a line, and connects nowhere', () => {
  it.each([
    ['nothing to validate', [], 'give --host or --to'],
    ['an unknown option', ['--host', GOOD, '--force'], "unknown option '--force'"],
    ['a word too many', ['--host', GOOD, 'ada'], 'too many arguments'],
    ['no host name', ['--host', 'localhost'], 'not a fully qualified domain name'],
  ] as const)('%s', async (_, args, words) => {
    const { code, stdout, stderr } = await validate([...args, '--json']);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(words);
  });
});

describe('For a person', () => {
  it('prints each stage with its time, the tasks, and what to do', async () => {
    const { code, stdout } = await validate([...at('refusesRecipient'), '--to', ADA]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /✓ refusesrecipient\.contoso\.com:\d+ 127\.0\.0\.1 +TLS handshake +\d+ ms +TLSv1\.3/,
    );
    expect(stdout).toMatch(
      /✗ refusesrecipient\.contoso\.com:\d+ 127\.0\.0\.1 +RCPT TO +\d+ ms +<ada@contoso\.com> 550/,
    );
    expect(stdout).toContain(`✗ Check that ${ADA} is accepted: Failed`);
    expect(stdout).toContain('What to do: ');
    expect(stdout).toContain('✗ Validation failed');
    expect(stdout).toContain('nothing was sent');
    expect(stdout).not.toContain('\u001b');
  });

  it('speaks the language of the environment', async () => {
    expect((await validate(at('good'), { LC_ALL: 'it_IT.UTF-8' })).stdout).toContain('Convalida riuscita');
  });

  it('Ctrl+C ends it at once and in order', async () => {
    const env = { ...process.env, ...environment() };
    const command = ['--import', 'tsx', 'cli/main.ts', 'validate', ...at('silent'), '--allow-loopback'];
    const child = spawn(process.execPath, command, { env: env as NodeJS.ProcessEnv });
    let said = '';
    const onText = (chunk: Buffer): void => {
      said += chunk;
      // The connection is open now, and the greeting does not come.
      if (said.includes('Connection') && !child.killed) child.kill('SIGINT');
    };
    child.stdout.on('data', onText);
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    expect(said).toContain('cancelled');
  });

  it('explains itself', async () => {
    const { code, stdout } = await shell(['--help']);
    expect(code).toBe(0);
    for (const word of [
      '--host',
      '--tls',
      '--ca',
      '--to',
      '--send',
      '--json',
      'Examples',
      '(default: "off")',
    ])
      expect(stdout).toContain(word);
  });
});

it('makes no database and loads none', async () => {
  const coverage = join(folder, 'coverage');
  await told(at('good'), { NODE_V8_COVERAGE: coverage });
  const reports = await Promise.all(
    (await readdir(coverage)).map((file) => readFile(join(coverage, file), 'utf8')),
  );
  const loaded = reports.flatMap((text) =>
    (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
  );
  const ofStore = (url: string): boolean => /@prisma|libsql|lib\/data\//.test(url);
  expect(loaded.some((url) => url.endsWith('lib/probe/probe.ts'))).toBe(true);
  expect(loaded.filter(ofStore)).toEqual([]);
  await expect(access(join(folder, 'data'))).rejects.toThrow('ENOENT');
});

it('publishes the schema of its JSON', async () => {
  const schema = z.toJSONSchema(validationJson, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(SCHEMA.pathname);
});
