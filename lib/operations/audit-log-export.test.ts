import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { appendAudits, listAudit } from '../data/audit';
import { describeBothEngines, type TestEngine } from '../data/engines-for-tests';
import { exportAuditLog, exportAuditLogFromShell } from './audit-log-export';
import { type AuditView, WHOLE_LOG } from './audit-log-query';
import { testConsole, valueIn } from './people-for-tests';

const ODD = { 'é z': ['ü', 1.5, null, '=1+1'], a: { z: 1, b: true } };

/** A log whose entries are more than one batch, the last ones with `ODD` details. */
async function filledConsole(engine: TestEngine, count: number) {
  const test = await testConsole(engine);
  const admin = await test.as(await test.firstAdmin());
  await test.store.write(async (tx) => {
    const entry = {
      at: test.now(),
      actorName: '=cmd',
      action: 'test.odd',
      subjectKind: 'test',
      details: ODD,
    };
    const subjectNames = Array.from({ length: count }, (_, number) => `No ${number}, "quoted"`);
    await appendAudits(
      tx,
      subjectNames.map((subjectName) => ({ ...entry, subjectName })),
    );
  });
  const file = async (format: 'csv' | 'json', over: Partial<AuditView> = {}) => {
    const input = { view: { ...WHOLE_LOG, ...over }, timeZone: 'UTC', format };
    return valueIn(await exportAuditLog(admin, input, ({ action }) => `did ${action}`));
  };
  return { ...test, admin, file };
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describeBothEngines('An exported audit log', (engine) => {
  it('has every entry as it was hashed, its own the last, and can be checked as the documentation says', async () => {
    const { store, file } = await filledConsole(engine, 600);
    const { name, mediaType, pieces } = await file('json');
    expect(name).toMatch(/^mailspan-audit-log-\d{4}-\d\d-\d\d\.json$/);
    expect(mediaType).toContain('application/json');
    const text = await textOf(pieces);
    const { entries } = JSON.parse(text) as { entries: Record<string, unknown>[] };
    expect(entries).toHaveLength(602);
    expect(entries[1]).toMatchObject({ sequence: 2, details: ODD, actorId: null, remoteAddress: null });
    expect(entries.at(-1)).toMatchObject({ action: 'audit.exported', actorName: 'Ada' });
    expect((await listAudit(store, { limit: 1 }))[0]?.details).toEqual({ format: 'json', filters: {} });

    expect(await documentedCheck(text)).toBe('602 entries are intact\n');
    await expect(documentedCheck(text.replace('No 300', 'No 3OO'))).rejects.toThrow('Entry 302');
    const lines = text.split('\n');
    await expect(documentedCheck(lines.toSpliced(300, 1).join('\n'))).rejects.toThrow('Entry 300');
  });

  it('holds only what fits the filters, and says which those were', async () => {
    const { store, file, admin } = await filledConsole(engine, 3);
    const { pieces } = await file('json', { subject: 'No 1,', before: 1 });
    const { entries } = JSON.parse(await textOf(pieces)) as { entries: unknown[] };
    expect(entries).toHaveLength(1);
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      action: 'audit.exported',
      actorName: 'Ada',
      remoteAddress: '192.0.2.1',
      details: { format: 'json', filters: { subject: 'No 1,' } },
    });
    await file('csv', { person: admin.who?.userId ?? '' });
    expect((await listAudit(store, { limit: 1 }))[0]?.details).toEqual({
      format: 'csv',
      filters: { person: admin.who?.userId, personName: 'Ada' },
    });
    const none = await file('json', { subject: 'nothing' });
    expect(JSON.parse(await textOf(none.pieces))).toMatchObject({ entries: [] });
  });

  it('is a CSV file that a spreadsheet opens as text', async () => {
    const { file } = await filledConsole(engine, 1);
    const lines = (await textOf((await file('csv')).pieces)).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      '\uFEFFsequence,at,actorName,actorId,action,what,subjectKind,subjectName,subjectId,remoteAddress,details,previousHash,hash',
    );
    expect(lines[2]).toContain(`,'=cmd,,test.odd,did test.odd,test,"No 0, ""quoted""",,,"{""a"":`);
    expect(lines[2]).toMatch(/^2,\d{4}-\d\d-\d\dT[\d:.]+Z,/);
    expect(lines[2]).toMatch(/,[0-9a-f]{64},[0-9a-f]{64}$/);
  });

  it('can be taken from a shell, which is written down too', async () => {
    const { visitor, store } = await filledConsole(engine, 1);
    const text = await textOf(await exportAuditLogFromShell(visitor()));
    expect(await documentedCheck(text)).toBe('3 entries are intact\n');
    const [newest] = await listAudit(store, { limit: 1 });
    expect(newest).toMatchObject({ action: 'audit.exported', actorName: 'command line' });
    expect(newest?.actorId).toBeUndefined();
  });
});

/** Runs the program of docs/audit-log.md on an exported file; throws what it complains about. */
async function documentedCheck(exported: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const page = await readFile(resolve(import.meta.dirname, '../../docs/audit-log.md'), 'utf8');
  const program = /```js\n(.*?)```/s.exec(page)?.[1] ?? '';
  await writeFile(join(folder, 'check.mjs'), program);
  await writeFile(join(folder, 'log.json'), exported);
  const { stdout } = await promisify(execFile)(process.execPath, ['check.mjs', 'log.json'], { cwd: folder });
  return stdout;
}
