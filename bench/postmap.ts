// The same routes in Postfix's tables, asked by its own `postmap -q -`: the fairest peer that a machine can have at hand.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatDomainPattern } from '../lib/mailflow/domain-pattern';
import type { MailSetup } from '../lib/mailflow/mail-setup';

export type PeerRate = Readonly<{ table: string; rate?: number; missing?: string }>;

const run = promisify(execFile);
/** With a configuration of our own: the machine's may be unfinished, and is nobody's business. */
const configured = (folder: string, ...rest: string[]): string[] => ['-c', folder, ...rest];
const TABLES = ['lmdb', 'texthash'] as const;
const ROUNDS = 5;

/**
 * Look-ups a second. transport(5) asks for the domain and then for `.parent`, each a look-up of its own; here each
 * address is asked with the one key that has its route, so that Postfix has the least to do. `expected` is how many must
 * be found.
 */
export async function postmapRates(
  setup: MailSetup,
  addresses: readonly string[],
  expected: number,
): Promise<PeerRate[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-postmap-'));
  try {
    await writeFile(join(folder, 'main.cf'), 'compatibility_level = 3.6\n');
    const tables = await run('postconf', configured(folder, '-m')).then(
      ({ stdout }) => stdout.split(/\s+/),
      () => undefined,
    );
    if (!tables) return TABLES.map((table) => ({ table, missing: 'postfix is not installed' }));
    const keys = new Set<string>();
    const lines: string[] = [];
    for (const { connector } of setup.connectors) {
      if (connector.direction === 'inbound' || !connector.enabled) continue;
      if (connector.scope.kind !== 'recipientDomains' || connector.delivery.by !== 'smartHosts') continue;
      const [host] = connector.delivery.hosts;
      for (const pattern of connector.scope.domains) {
        const key = formatDomainPattern(pattern).replace(/^\*/, '');
        keys.add(key);
        lines.push(`${key} relay:[${host.host}]`);
      }
    }
    await writeFile(join(folder, 'transport'), `${lines.join('\n')}\n`);
    const asked = addresses.map((address) => keyOf(address, keys)).join('\n');
    const rates: PeerRate[] = [];
    for (const table of TABLES) {
      if (!tables.includes(table)) rates.push({ table, missing: `this postfix has no ${table}` });
      else rates.push({ table, rate: await rateOf(table, folder, asked, addresses.length, expected) });
    }
    return rates;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function keyOf(address: string, keys: ReadonlySet<string>): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (keys.has(domain)) return domain;
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
    if (keys.has(domain.slice(dot))) return domain.slice(dot);
  }
  return domain;
}

async function rateOf(table: string, folder: string, asked: string, count: number, expected: number) {
  const path = `${table}:${join(folder, 'transport')}`;
  if (table === 'lmdb') await run('postmap', configured(folder, path));
  // Starting and, for texthash, reading the table is no look-up: one question alone takes that time.
  let start = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    start = Math.min(start, await tookMs(folder, path, 'nobody.invalid\n', 0));
    whole = Math.min(whole, await tookMs(folder, path, `${asked}\n`, expected));
  }
  return (count / (whole - start)) * 1000;
}

/** Processor time, as ours is measured: what a busy machine takes away counts for neither. */
async function tookMs(folder: string, path: string, asked: string, expected: number): Promise<number> {
  const script = 'TIMEFORMAT="%U %S"; time postmap -c "$1" -q - "$2"';
  const { found, times } = await new Promise<{ found: number; times: string }>((done, failed) => {
    const child = spawn('bash', ['-c', script, 'postmap', folder, path], { stdio: 'pipe' });
    let found = 0;
    let times = '';
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) found += 1;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      times += chunk.toString();
    });
    child.on('error', failed);
    child.on('close', () => done({ found, times }));
    child.stdin.end(asked);
  });
  if (found !== expected) throw new Error(`postmap found ${found} of ${expected} with ${path}: ${times}`);
  const seconds = times.trim().split(/\s+/).slice(-2).map(Number);
  return seconds.reduce((sum, one) => sum + one, 0) * 1000;
}
