import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrate } from '../lib/data/migrate';
import { writeSetUpFile } from '../lib/exchange/set-up-file';
import { articleSetup, outbound, rule, setup } from '../lib/mailflow/setup-for-tests';
import { runMailspan } from './mailspan-for-tests';
import { type TraceJson, traceJson } from './trace-json-shape';

const SCHEMA = new URL('../docs/schema/trace.schema.json', import.meta.url);
let folder: string;
let article: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailspan-trace-'));
  article = await fileOf('article.json', writeSetUpFile(articleSetup));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
/** A machine without a database that could answer. */
const environment = () => ({
  DATABASE_URL: 'postgresql://127.0.0.1:9/nobody',
  DATA_DIR: join(folder, 'data'),
  LC_ALL: 'C',
});
const trace = (...args: string[]) => runMailspan(['trace', ...args], environment());
const linesOf = (text: string): TraceJson[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => z.strictObject(traceJson.shape).parse(JSON.parse(line)));

describe('mailspan trace', () => {
  it.each([
    ['ada@contoso.com', 'Connector 2', 'exactDomain', 'Connector 2'],
    ['ada@sales.contoso.com', 'Connector 3', 'suffix', 'Connector 1'],
    ['ada@fabrikam.com', 'Connector 1', 'acceptedDomain', 'Connector 1'],
    ['ada@contoso.onmicrosoft.com', 'Connector 1', 'acceptedDomain', 'Connector 1'],
    ['ada@elsewhere.example', null, 'externalDefault', null],
  ])('answers the article’s example: %s → %s', async (to, winner, reason, literalListWinner) => {
    const { code, stdout } = await trace('--setup', article, '--to', to, '--json');
    expect(linesOf(stdout)).toMatchObject([{ to, winner, reason, literalListWinner, ambiguous: false }]);
    expect(code).toBe(0);
  });

  it('says who was beaten by what', async () => {
    const { stdout } = await trace('--setup', article, '--to', 'ada@contoso.com', '--json');
    expect(linesOf(stdout)[0]?.beaten).toMatchObject([
      { name: 'Connector 3', reason: 'lessSpecific' },
      { name: 'Connector 1', reason: 'lessSpecific' },
    ]);
  });

  it('gives rules the sender, the headers and the size', async () => {
    const conditions = [
      { kind: 'senderIs', addresses: ['eve@contoso.com'] },
      { kind: 'headerContains', header: 'X-Class', words: ['secret'] },
      { kind: 'sizeAtLeast', bytes: 2_000_000 },
    ] as const;
    const file = await fileOf(
      'rules.json',
      writeSetUpFile(setup([outbound('Guarded', 'rule')], '', [rule('Secrets', 'Guarded', { conditions })])),
    );
    const all = ['--from', 'eve@contoso.com', '--header', 'X-Class: top secret', '--size', '3000000'];
    const [taken] = linesOf((await trace('--setup', file, '--to', 'a@b.example', '--json', ...all)).stdout);
    expect(taken).toMatchObject({ winner: 'Guarded', reason: 'rule', rule: 'Secrets' });
    const small = all.with(-1, '10');
    const [not] = linesOf((await trace('--setup', file, '--to', 'a@b.example', '--json', ...small)).stdout);
    expect(not).toMatchObject({ winner: null, reason: 'externalDefault' });
  });

  it('explains itself to people, and escapes what a terminal would obey', async () => {
    const to = ['--to', 'ada@contoso.com', '--to', 'x\u001b[2J'];
    const { code, stdout } = await trace('--setup', article, ...to);
    expect(stdout).toContain(
      'ada@contoso.com → Connector 2\n  The connector names exactly this domain: contoso.com.',
    );
    expect(stdout).toContain('x\\u{1b}[2J: not an address');
    expect(stdout).toContain('2 recipients, 1 without an answer.');
    expect(code).toBe(2);
  });

  it('speaks Italian where the environment does', async () => {
    const env = { ...environment(), LC_ALL: 'it_IT.UTF-8' };
    const { stdout } = await runMailspan(['trace', '--setup', article, '--to', 'ada@contoso.com'], env);
    expect(stdout).toContain('Il connettore indica esattamente questo dominio: contoso.com.');
  });

  it('streams from standard input, a line of JSON for each that is not empty', async () => {
    const { code, lines } = await piped('ada@contoso.com\r\n\nno address\n"a b"@fabrikam.com');
    expect(lines).toMatchObject([
      { to: 'ada@contoso.com', winner: 'Connector 2' },
      { to: 'no address', winner: null, reason: 'unreadable', problem: { code: 'email.shape' } },
      { to: '"a b"@fabrikam.com', winner: 'Connector 1', notes: ['quotedLocalPart', 'mailboxMayBeHere'] },
    ]);
    expect(code).toBe(2);
  });

  it('answers the first address before the last has come, and stops where nobody reads on', async () => {
    const child = spawnTrace();
    child.stdin.write('ada@contoso.com\n');
    const [first] = linesOf(String((await child.stdout.take(1).toArray())[0]));
    expect(first?.winner).toBe('Connector 2');
    child.stdin.on('error', () => undefined);
    for (let count = 0; count < 5_000 && child.exitCode === null; count += 1) {
      child.stdin.write('ada@contoso.com\n'.repeat(20));
      if (count % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    child.stdin.end();
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    expect(child.exitCode).toBe(0);
  });

  it('reads the database of the console', async () => {
    const dataDir = join(folder, 'console');
    await migrate({ dataDir }, () => undefined);
    const env = { ...environment(), DATABASE_URL: undefined, DATA_DIR: dataDir };
    const { code, stdout } = await runMailspan(['trace', '--to', 'ada@contoso.com', '--json'], env);
    expect(linesOf(stdout)).toMatchObject([{ winner: null, reason: 'externalDefault' }]);
    expect(code).toBe(0);
  });

  it.each([
    ['without a recipient', []],
    ['with a size that is none', ['--to', 'a@b.example', '--size', 'big']],
    ['with a header that is none', ['--to', 'a@b.example', '--header', 'no colon']],
    ['with - among other recipients', ['--to', '-', '--to', 'a@b.example']],
    ['with a file that is not there', ['--to', 'a@b.example', '--setup', 'nowhere.json']],
    ['with an unknown option', ['--to', 'a@b.example', '--fast']],
  ])('ends with 64 %s', async (_, args) => {
    const { code, stdout } = await trace(...args);
    expect([code, stdout]).toEqual([64, '']);
  });

  it('tells every fault of a set-up file with its place', async () => {
    const file = await fileOf(
      'wrong.json',
      '{"acceptedDomains":[{"domain":"x"},{"domain":"contoso.com","kind":1}]}',
    );
    const worse = await trace('--to', 'a@b.example', '--setup', file);
    expect(worse.stderr).toContain('acceptedDomains[1]: ');
    const named = await fileOf('wrong.json', '{"acceptedDomains":[{"domain":"x"}]}');
    const answer = await trace('--to', 'a@b.example', '--setup', named);
    expect([answer.code, answer.stderr]).toEqual([
      64,
      expect.stringContaining('acceptedDomains[0].domain: “x”'),
    ]);
  });

  it('prints what its schema documents', async () => {
    const text = `${JSON.stringify(z.toJSONSchema(traceJson), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) await writeFile(SCHEMA, text);
    expect(await readFile(SCHEMA, 'utf8')).toBe(text);
  });
});

const spawnTrace = () => {
  const args = ['--import', 'tsx', 'cli/main.ts', 'trace', '--setup', article, '--to', '-'];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...environment() },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
};

async function piped(text: string): Promise<Readonly<{ code: number | null; lines: TraceJson[] }>> {
  const child = spawnTrace();
  child.stdin.end(text);
  const pieces = await child.stdout.toArray();
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return { code: child.exitCode, lines: linesOf(Buffer.concat(pieces).toString()) };
}
