// One probe of a real server, beside what other programs need for the same or less: same server, same minute, turn by turn.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startFakeDns } from '../e2e/support/smart-hosts/fake-dns';
import { startPostfix, whyNoPostfix } from '../e2e/support/smart-hosts/postfix';
import { planFor, run } from '../e2e/support/smart-hosts/probe-run';
import { testCa } from '../e2e/support/smart-hosts/test-ca';
import { createResolver } from '../lib/probe/dns-resolver';
import { inPath, installFromDebian } from '../scripts/debian-package';
import { type Figure, ms, skipped, spread, took } from './figures';

const ROUNDS = 40;
const WARM_UP = 5;
const NAME = 'mx.contoso.test';
const RECIPIENT = 'ada@contoso.com';
const NODEMAILER = 'nodemailer verify()';

/** `startArgs` only load the program: what its process costs before it does anything. */
type Peer = Readonly<{ name: string; does: string; run: () => Promise<void>; start?: () => Promise<void> }>;

/** Medians, and each as a ratio to posttls-finger; figures that say so where a program or Postfix can't be had. */
export async function probePeers(): Promise<Figure[]> {
  const reason = whyNoPostfix();
  if (reason !== undefined) return [skipped('beside other programs', reason)];
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-bench-'));
  const ca = await testCa();
  await ca.writeRoot(join(folder, 'root.pem'));
  const dns = await startFakeDns({ [NAME]: { A: ['127.0.0.1'] } });
  const postfix = await startPostfix({ good: { certificate: await ca.issue('valid', [NAME]) } });
  const port = postfix.ports.good;
  try {
    const place = { port, root: join(folder, 'root.pem'), config: postfix.configFolder };
    const peers = [inProcess(port, dns.server, ca.rootPem), ...programs(place), nodemailer(port, ca.rootPem)];
    return await compare(peers);
  } finally {
    await Promise.all([postfix.close(), dns.close(), rm(folder, { recursive: true, force: true })]);
  }
}

async function compare(peers: readonly (Peer | string)[]): Promise<Figure[]> {
  const there = peers.filter((peer) => typeof peer !== 'string');
  const whole = new Map(there.map((peer) => [peer, [] as number[]]));
  const starts = new Map(there.map((peer) => [peer, [] as number[]]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const peer of there) {
      const runMs = await took(peer.run);
      const startMs = peer.start ? await took(peer.start) : 0;
      if (round < 0) continue;
      whole.get(peer)?.push(runMs);
      starts.get(peer)?.push(startMs);
    }
  }
  const medianOf = (samples: readonly number[] = []): number => spread(samples).median;
  const finger = there.find(({ name }) => name === 'posttls-finger');
  const base = finger && medianOf(whole.get(finger));
  // Both in this process: what starting a program takes depends on what else the machine does.
  const [ours, other] = [there[0], there.find(({ name }) => name === NODEMAILER)].map(
    (peer) => peer && medianOf(whole.get(peer)),
  );
  const inProcessRatio =
    ours !== undefined && other !== undefined
      ? ({
          ratio: { name: 'one probe to nodemailer', value: ours / other, better: 'less', margin: 0.35 },
        } as const)
      : {};
  return peers.map((peer): Figure => {
    if (typeof peer === 'string') return skipped(peer, 'it can not be had');
    const [median, startMs] = [medianOf(whole.get(peer)), medianOf(starts.get(peer))];
    const ratio = base === undefined ? '' : `, ${(median / base).toFixed(2)} × posttls-finger`;
    const ofThat = peer.start ? `, of that its start ${ms(startMs)}` : '';
    const isOurs = base !== undefined && peer === there[0];
    return {
      name: `${peer.name}: ${peer.does}`,
      value: `median ${ms(median)}${ofThat}${ratio} (${ROUNDS})`,
      ...(isOurs && {
        aim: '≤ posttls-finger',
        met: median <= base,
        ...inProcessRatio,
      }),
    };
  });
}

function inProcess(port: number, dnsServer: string, root: string): Peer {
  const plan = planFor(
    { address: '127.0.0.1', port },
    { hosts: [{ kind: 'name', host: NAME, port }], recipients: [RECIPIENT], send: false },
  );
  return {
    name: 'the probe, in the worker',
    does: 'DNS … RCPT, QUIT',
    run: async () => {
      const { failures } = await run(plan, { ca: [root], resolver: createResolver([dnsServer]) });
      if (failures.length > 0) throw new Error(`The probe did not pass: ${failures.join(', ')}`);
    },
  };
}

type Place = Readonly<{ port: number; root: string; config: string }>;

/** Each as its own process, or its name where it can't be had. */
function programs({ port, root, config }: Place): (Peer | string)[] {
  const server = `127.0.0.1:${port}`;
  const validate = ['--import', 'tsx', 'cli/main.ts', 'validate'];
  const asked = ['--host', server, '--tls', `domain=${NAME}`, '--ca', root, '--to', RECIPIENT];
  const tool = (
    name: string,
    does: string,
    args: string[],
    startArgs: string[],
    input = '',
  ): Peer | string =>
    canBeHad(name)
      ? {
          name,
          does,
          run: () => runProgram(name, args, { input, config }),
          start: () => runProgram(name, startArgs, { config, mayFail: true }),
        }
      : name;
  return [
    {
      name: 'mailspan validate',
      does: 'DNS … RCPT, QUIT',
      run: () => runProgram(process.execPath, [...validate, ...asked, '--allow-loopback'], {}),
      start: () => runProgram(process.execPath, [...validate, '--help'], {}),
    },
    tool(
      'posttls-finger',
      'TLS, EHLO, QUIT',
      ['-c', '-l', 'verify', '-L', 'none', '-F', root, `[127.0.0.1]:${port}`, NAME],
      ['-?'],
    ),
    tool(
      'swaks',
      'TLS … RCPT, QUIT',
      [
        '--server',
        server,
        '--to',
        RECIPIENT,
        '--from',
        '<>',
        '--tls',
        '--quit-after',
        'RCPT',
        '--silent',
        '3',
      ],
      ['--version'],
    ),
    tool(
      'openssl',
      's_client: TLS, QUIT',
      ['s_client', '-starttls', 'smtp', '-connect', server, '-CAfile', root, '-quiet', '-verify_quiet'],
      ['version'],
      'QUIT\r\n',
    ),
  ];
}

/** swaks is one of Perl's programs, and its package only recommends Perl's TLS. */
function canBeHad(name: string): boolean {
  const isThere = (): boolean => inPath(name).length > 0;
  const speaksTls = (): boolean =>
    name !== 'swaks' || spawnSync('perl', ['-MNet::SSLeay', '-e', '1']).status === 0;
  if (!isThere()) installFromDebian(name);
  if (isThere() && !speaksTls()) installFromDebian('libnet-ssleay-perl');
  return isThere() && speaksTls();
}

function nodemailer(port: number, root: string): Peer {
  const tls = { ca: [root], servername: NAME };
  return {
    name: NODEMAILER,
    does: 'TLS, EHLO, QUIT, in a process that runs',
    run: async () => {
      const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, tls });
      await transport.verify();
      transport.close();
    },
  };
}

type ProgramOptions = Readonly<{ input?: string; config?: string; mayFail?: boolean }>;

async function runProgram(
  command: string,
  args: readonly string[],
  { input = '', config, mayFail = false }: ProgramOptions,
): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...(config && { MAIL_CONFIG: config }) },
  });
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0 && !mayFail) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`);
}
