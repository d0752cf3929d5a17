import { afterEach, expect, it } from 'vitest';
import { describeBothEngines } from '../data/engines-for-tests';
import { appendEvents, claimRun } from '../data/validation-queue';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { followValidationRun, type RunUpdate } from './follow-validation-run';
import { valueIn } from './people-for-tests';
import { requestValidation } from './request-validation';
import { type ValidationLab, validationLab } from './validations-for-tests';

const looks: AbortController[] = [];
afterEach(() => {
  for (const look of looks.splice(0)) look.abort();
});

const follow = async (lab: ValidationLab, id: string, after?: string) => {
  const look = new AbortController();
  looks.push(look);
  const followed = await followValidationRun(lab.as('helpdesk'), { id, after }, look.signal);
  return { updates: valueIn(followed), look };
};

const all = async (updates: AsyncIterable<RunUpdate | 'alive'>): Promise<RunUpdate[]> => {
  const heard: RunUpdate[] = [];
  for await (const update of updates) if (update !== 'alive') heard.push(update);
  return heard;
};

const next = async (updates: AsyncIterator<RunUpdate | 'alive'>): Promise<RunUpdate> => {
  const { value } = await updates.next();
  if (!value || value === 'alive') throw new Error('There is no update.');
  return value;
};

const stage = (name: 'resolve' | 'connect', startedAtMs: number) => ({
  kind: 'stageStarted' as const,
  stage: name,
  host: 'mail.contoso.com',
  port: 25,
  startedAtMs,
});

describeBothEngines('Following a validation', (engine) => {
  // On a busy machine a run may be over before the second look.
  it('tells the stages as they come, and ends with the run', { retry: 3 }, async () => {
    const lab = await validationLab(engine, ['good']);
    const { runId } = valueIn(await requestValidation(lab.as('admin'), { draft: lab.draftFor('good') }));
    const { updates } = await follow(lab, runId);
    expect(await next(updates)).toMatchObject({ whole: true, position: '0.0', run: { state: 'queued' } });
    lab.startWorker('w');
    const heard = await all(updates);
    expect(heard.length).toBeGreaterThan(1);
    const { whole, run } = heard.at(-1) ?? {};
    expect(whole).toBe(true);
    expect(run).toMatchObject({ state: 'finished', outcome: 'passed' });
    expect(heard.slice(0, -1).flatMap((update) => update.run.stages.map((row) => row.stage))).toContain(
      'resolve',
    );
  });

  it('goes on from where a stream broke off, and begins anew where another worker did', async () => {
    const lab = await validationLab(engine, []);
    const draft: ConnectorDraft = {
      ...emptyDraft(),
      from: 'office365',
      to: 'organization',
      smartHosts: ['mail.contoso.com'],
      validationRecipients: ['ada@contoso.com'],
    };
    const { runId } = valueIn(await requestValidation(lab.as('admin'), { draft }));
    const now = new Date();
    await claimRun(lab.store, { owner: 'w1', now, leaseMs: 60_000 });
    await appendEvents(lab.store, runId, 'w1', 1, [stage('resolve', 0)]);
    const { updates, look } = await follow(lab, runId);
    const first = await next(updates);
    expect(first).toMatchObject({ whole: true, position: '1.1', run: { stages: [{ stage: 'resolve' }] } });
    look.abort();
    await appendEvents(lab.store, runId, 'w1', 2, [stage('connect', 5)]);
    const again = await follow(lab, runId, first.position);
    const second = await next(again.updates);
    expect(second).toMatchObject({ whole: false, position: '1.2' });
    expect(second.run.stages.map((row) => row.stage)).toEqual(['connect']);
    await claimRun(lab.store, { owner: 'w2', now: new Date(now.getTime() + 120_000), leaseMs: 60_000 });
    expect(await next(again.updates)).toMatchObject({ whole: true, position: '2.0', run: { stages: [] } });
  });

  it('ends at once when nobody looks any more', async () => {
    const lab = await validationLab(engine, ['good']);
    const { runId } = valueIn(await requestValidation(lab.as('admin'), { draft: lab.draftFor('good') }));
    const { updates, look } = await follow(lab, runId);
    await next(updates);
    const waiting = updates.next();
    const abortedAt = performance.now();
    look.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(performance.now() - abortedAt).toBeLessThan(1_000);
  });

  it('is refused to nobody in particular, and where there is no run', async () => {
    const lab = await validationLab(engine, []);
    const { signal } = new AbortController();
    const nobody = { ...lab.as('admin'), who: null };
    expect(await followValidationRun(nobody, { id: 'x' }, signal)).toMatchObject({
      problem: { kind: 'signedOut' },
    });
    expect(await followValidationRun(lab.as('helpdesk'), { id: 'x' }, signal)).toMatchObject({
      problem: { kind: 'notFound' },
    });
  });
});
