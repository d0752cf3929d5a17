// A real Postfix on loopback, with folders of its own: nothing of the machine's is read or changed, and no mail goes out.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPath, installFromDebian } from '../../../scripts/debian-package';
import { freePort } from '../free-port';
import type { TestCertificate } from './test-ca';

/** One port of the server. `settings` are main.cf's, for this port alone. */
export type PostfixPort = Readonly<{
  certificate?: TestCertificate;
  settings?: Readonly<Record<string, string>>;
  /** Behind postscreen, which greets in two lines, a second apart. One port at most. */
  isScreened?: true;
}>;

export type Postfix<Name extends string> = Readonly<{
  address: '127.0.0.1';
  ports: Readonly<Record<Name, number>>;
  /** Where its settings lie; its own tools take it as MAIL_CONFIG. */
  configFolder: string;
  /** What it has written down so far. */
  log: () => Promise<string>;
  close: () => Promise<void>;
}>;

/** Knows ada, later (whom it puts off) and postmaster of contoso.com, takes their mail, and throws it away. */
const SETTINGS = {
  compatibility_level: '3.6',
  mail_owner: 'postfix',
  setgid_group: 'postdrop',
  inet_interfaces: '127.0.0.1',
  inet_protocols: 'ipv4',
  myhostname: 'mx.contoso.test',
  mydestination: 'contoso.com',
  mynetworks: '192.0.2.0/24',
  local_recipient_maps: 'inline:{ ada@contoso.com=1, later@contoso.com=1, postmaster@contoso.com=1 }',
  local_transport: 'discard',
  default_transport: 'discard',
  smtpd_relay_restrictions: 'reject_unauth_destination',
  smtpd_recipient_restrictions:
    'check_recipient_access inline:{ { later@contoso.com = DEFER 4.7.1 Greylisted, come back in 300 seconds } }',
  smtpd_peername_lookup: 'no',
  message_size_limit: '50000000',
  mailbox_size_limit: '0',
  postscreen_greet_wait: '1s',
  // Else RCPT waits a second once a hundred probes have ended behind it, as all do that send nothing.
  in_flow_delay: '0s',
  smtpd_client_connection_count_limit: '0',
};

const SERVICES = `
cleanup    unix       n - n -     0  cleanup
qmgr       unix       n - n 300   1  qmgr
tlsmgr     unix       - - n 1000? 1  tlsmgr
rewrite    unix       - - n -     -  trivial-rewrite
bounce     unix       - - n -     0  bounce
defer      unix       - - n -     0  bounce
trace      unix       - - n -     0  bounce
anvil      unix       - - n -     1  anvil
discard    unix       - - n -     -  discard
error      unix       - - n -     -  error
tlsproxy   unix       - - n -     0  tlsproxy
postlog    unix-dgram n - n -     1  postlogd
`;

/** Ends with its input, so with whoever started it, however that one ends; leaves no file. */
const RUN = `trap '' INT TERM HUP
postfix -c "$1/etc" start && echo started && cat > /dev/null
postfix -c "$1/etc" stop
rm -rf "$1"`;

/** Why there can be no Postfix here; undefined where it is installed, or now was. */
export function whyNoPostfix(): string | undefined {
  if (process.getuid?.() !== 0) return 'Postfix starts only as root';
  if (isThere()) return undefined;
  const answers = 'postfix postfix/main_mailer_type select No configuration\n';
  return installFromDebian('postfix', answers) && isThere() ? undefined : 'Postfix can not be installed';
}

const isThere = (): boolean => inPath('postfix').length > 0;

/** Starts one Postfix that listens on a port for each of `wanted`. Throws, with what it wrote down, where it does not. */
export async function startPostfix<Name extends string>(
  wanted: Readonly<Record<Name, PostfixPort>>,
): Promise<Postfix<Name>> {
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-postfix-'));
  const entries: readonly [string, PostfixPort][] = Object.entries(wanted);
  const ports: Record<string, number> = {};
  for (const [name] of entries) ports[name] = await freePort('127.0.0.1');
  await writeFolder(folder, entries, ports);
  const log = (): Promise<string> => readFile(join(folder, 'log'), 'utf8').catch(() => '');
  const child = spawn('sh', ['-c', RUN, 'postfix', folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const said = await untilStarted(child);
  if (!said.startsWith('started')) throw new Error(`Postfix did not start:\n${said}${await log()}`);
  return {
    address: '127.0.0.1',
    configFolder: join(folder, 'etc'),
    ports: ports as Record<Name, number>,
    log,
    close: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

/** What it says until it runs, or all that it says where it never does. */
function untilStarted({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const look = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.startsWith('started')) resolve(said);
    };
    stdout?.on('data', look).once('end', () => resolve(said));
    stderr?.on('data', look);
  });
}

async function writeFolder(
  folder: string,
  entries: readonly [string, PostfixPort][],
  ports: Readonly<Record<string, number>>,
): Promise<void> {
  // Its daemons run as another user and must reach their folders.
  await chmod(folder, 0o755);
  await Promise.all(['etc', 'queue', 'data'].map((name) => mkdir(join(folder, name))));
  await chmod(join(folder, 'data'), 0o777);
  const own = {
    ...SETTINGS,
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
  };
  await writeFile(
    join(folder, 'etc/main.cf'),
    lines(own, ([name, value]) => `${name} = ${value}`),
  );
  const listeners = entries.map(async ([name, { certificate, settings, isScreened }]) => {
    const pem = join(folder, 'etc', `${name}.pem`);
    if (certificate) await writeFile(pem, `${certificate.key}${certificate.cert}`, { mode: 0o600 });
    const tls = certificate && { smtpd_tls_security_level: 'may', smtpd_tls_chain_files: pem };
    const options = lines({ ...tls, ...settings }, ([key, value]) => `  -o { ${key} = ${value} }`);
    const smtpd = `smtpd\n${options}`;
    const inet = `${ports[name]} inet n - n -`;
    return isScreened
      ? `${inet} 1 postscreen\n${options}smtpd pass - - n - - ${smtpd}`
      : `${inet} - ${smtpd}`;
  });
  await writeFile(join(folder, 'etc/master.cf'), `${(await Promise.all(listeners)).join('')}${SERVICES}`);
}

const lines = (
  settings: Readonly<Record<string, string>>,
  line: (entry: readonly [string, string]) => string,
): string =>
  Object.entries(settings)
    .map((entry) => `${line(entry)}\n`)
    .join('');
