import { expect, it, vi } from 'vitest';
import type { Script } from '../e2e/support/smart-hosts/raw-scripts';
import { listAudit } from '../lib/data/audit';
import { describeBothEngines } from '../lib/data/engines-for-tests';
import { viewRun } from '../lib/operations/validation-run-view';
import { ELSEWHERE, endWorker, type WorkerLab, workerLab } from './worker-lab-for-tests';

const SLOW = { timeout: 60_000, interval: 50 };

const dawdlesAtRcpt: Script = {
  RCPT: [
    ['wait', 1_500],
    ['say', '250 2.1.5 Ok\r\n'],
  ],
};
const dawdlesAfterMessage: Script = {
  message: [
    ['wait', 1_500],
    ['say', '250 2.0.0 Ok: queued\r\n'],
  ],
};
const dawdlesAtGreeting: Script = {
  connected: [
    ['wait', 1_000],
    ['say', '220 mx.demo.test ESMTP\r\n'],
  ],
};

const finished = (lab: WorkerLab, id: string) =>
  vi.waitFor(async () => {
    const run = await lab.runOf(id);
    expect(run.state).toBe('finished');
    return run;
  }, SLOW);

/** Waits until the store has the end of `stage` for `recipient`. */
const hasEnded = (lab: WorkerLab, id: string, stage: string, recipient: string) =>
  vi.waitFor(async () => {
    const found = (await lab.eventsOf(id)).some(
      (event) =>
        event.kind === 'stageEnded' &&
        event.stage === stage &&
        event.recipient === recipient &&
        !event.failure,
    );
    expect(found).toBe(true);
  }, SLOW);

const endsInLog = async ({ store }: WorkerLab) =>
  (await listAudit(store, { limit: 50 })).filter(({ action }) => action === 'validation.finished');

const messageIds = ({ received }: WorkerLab) =>
  received.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);

describeBothEngines('Workers as processes', (engine) => {
  it('take over from one that was killed: nothing is stuck, and no message that was sent is sent again', async () => {
    const lab = await workerLab(engine, dawdlesAtRcpt);
    const id = await lab.request(['ada@contoso.com', 'eve@contoso.com']);
    const first = await lab.startWorker();
    await hasEnded(lab, id, 'data', 'ada@contoso.com');
    expect(await endWorker(first, 'SIGKILL')).toBeNull();
    await lab.startWorker();
    const run = await finished(lab, id);
    expect(run).toMatchObject({ outcome: 'passed', attempt: 2 });
    expect(lab.received.map(({ to }) => to.join())).toEqual(['ada@contoso.com', 'eve@contoso.com']);
    const view = await viewRun(lab.store, run, new Date());
    expect(
      view.tasks.map(({ kind, recipient, state, findings }) => [
        kind,
        recipient,
        state,
        findings.map(({ code }) => code),
      ]),
    ).toEqual([
      ['connectivity', undefined, 'succeeded', expect.any(Array)],
      ['testEmail', 'ada@contoso.com', 'succeeded', ['sentEarlier']],
      ['testEmail', 'eve@contoso.com', 'succeeded', []],
    ]);
    const entries = await endsInLog(lab);
    expect(entries).toMatchObject([
      {
        actorId: 'ada',
        details: {
          runId: id,
          outcome: 'passed',
          attempts: 2,
          connected: [expect.stringMatching(/^127\.0\.0\.1:/)],
        },
      },
    ]);
  });

  it('can’t know of a message in flight when its worker is killed; the copy has the same Message-ID', async () => {
    const lab = await workerLab(engine, dawdlesAfterMessage);
    const id = await lab.request(['ada@contoso.com']);
    const first = await lab.startWorker();
    await vi.waitFor(() => expect(lab.received).toHaveLength(1), SLOW);
    await endWorker(first, 'SIGKILL');
    await lab.startWorker();
    expect((await finished(lab, id)).outcome).toBe('passed');
    const [one, two, ...more] = messageIds(lab);
    expect([one, more]).toEqual([two, []]);
    expect(one).toMatch(/^<.+@.+>$/);
  });

  it('end all of ten validations once, though one of three workers is killed amid them', async () => {
    const lab = await workerLab(engine, dawdlesAtGreeting);
    const ids = await Promise.all(Array.from({ length: 10 }, () => lab.request(['ada@contoso.com'])));
    const env = { WORKER_CONCURRENCY: '2' };
    const [first] = await Promise.all([lab.startWorker(env), lab.startWorker(env), lab.startWorker(env)]);
    await vi.waitFor(() => expect(lab.connections.all).toBeGreaterThan(3), SLOW);
    await endWorker(first, 'SIGKILL');
    for (const id of ids) expect((await finished(lab, id)).outcome).toBe('passed');
    const ended = (await endsInLog(lab)).map(({ details }) => details.runId);
    expect(ended.sort()).toEqual([...ids].sort());
    expect(new Set(messageIds(lab))).toHaveLength(10);
  });

  it('run no more at once than they may', async () => {
    const lab = await workerLab(engine, dawdlesAtGreeting);
    const ids = await Promise.all(Array.from({ length: 6 }, () => lab.request([])));
    await lab.startWorker({ WORKER_CONCURRENCY: '2' });
    for (const id of ids) await finished(lab, id);
    expect(lab.connections).toMatchObject({ most: 2, all: 6 });
  });

  it('hand their validations back when they are told to stop, and end well', async () => {
    const lab = await workerLab(engine, { connected: [] });
    const id = await lab.request(['ada@contoso.com']);
    const first = await lab.startWorker();
    await vi.waitFor(() => expect(lab.connections.open).toBe(1), SLOW);
    expect(await endWorker(first, 'SIGTERM')).toBe(0);
    expect(await lab.runOf(id)).toMatchObject({ state: 'queued', attempt: 1 });
    expect(lab.connections.open).toBe(0);
    await lab.startWorker({ PROBE_BANNER_TIMEOUT_MS: '500' });
    expect(await finished(lab, id)).toMatchObject({ outcome: 'inconclusive', attempt: 2 });
  });

  it('share one budget for each address: two of them together never exceed it, one connection at a time', async () => {
    const lab = await workerLab(engine, {});
    const ids = await Promise.all(Array.from({ length: 12 }, () => lab.request([], ELSEWHERE)));
    const env = { PROBE_TARGET_BURST: '5', PROBE_TARGET_PER_MINUTE: '1', PROBE_RUN_TIMEOUT_MS: '20000' };
    await Promise.all([lab.startWorker(env), lab.startWorker(env)]);
    const runs = [];
    for (const id of ids) runs.push(await finished(lab, id));
    expect(lab.connections).toEqual({ open: 0, most: 1, all: 5 });
    const outcomes = runs.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'failed')).toEqual([]);
    const held = (await Promise.all(ids.map(lab.eventsOf)))
      .flat()
      .flatMap((event) =>
        event.kind === 'stageEnded' && event.failure?.kind === 'budget' ? [event.failure.why] : [],
      );
    expect(held).toEqual(Array.from({ length: 7 }, () => 'used'));
  });
});
