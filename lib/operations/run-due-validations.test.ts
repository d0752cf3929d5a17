import { expect, it, vi } from 'vitest';
import type { SmartHostKind } from '../../e2e/support/smart-hosts/smart-host';
import { listAudit, verifyAudit } from '../data/audit';
import { describeBothEngines } from '../data/engines-for-tests';
import { claimRun } from '../data/validation-queue';
import type { ConnectorDraft } from '../mailflow/connector-draft';
import { ASIDES } from '../mailflow/observation';
import { cancelValidation } from './cancel-validation';
import { findValidationRun } from './find-validation-run';
import { valueIn } from './people-for-tests';
import { requestValidation } from './request-validation';
import { type ValidationLab, validationLab } from './validations-for-tests';

const opportunistic: Partial<ConnectorDraft> = { tlsRequired: false };
const anyCertificate: Partial<ConnectorDraft> = { tlsCertificate: 'any' };
const trustedCa: Partial<ConnectorDraft> = {};
const named = (tlsDomain: string): Partial<ConnectorDraft> => ({ tlsMatchDomain: true, tlsDomain });

const request = async (lab: ValidationLab, kind: SmartHostKind, given: Partial<ConnectorDraft> = {}) =>
  valueIn(
    await requestValidation(lab.as('admin', crypto.randomUUID()), { draft: lab.draftFor(kind, given) }),
  );

const viewOf = async (lab: ValidationLab, id: string) =>
  valueIn(await findValidationRun(lab.as('helpdesk'), { id }));

const ended = (lab: ValidationLab, id: string) =>
  vi.waitFor(
    async () => {
      const run = await viewOf(lab, id);
      expect(['finished', 'cancelled']).toContain(run.state);
      return run;
    },
    { timeout: 50_000, interval: 50 },
  );

/** `connectivity: state`, then what was found but for the port, which no fake host has at 25. */
const told = ({ tasks }: Awaited<ReturnType<typeof viewOf>>) =>
  tasks.map(({ kind, state, findings }) =>
    [
      `${kind} ${state}`,
      ...findings
        .filter(({ code }) => code !== 'otherPort')
        .map(({ code, severity }) => `${severity} ${code}`),
    ].join(', '),
  );

const KINDS: readonly SmartHostKind[] = ['good', 'expired', 'noStarttls', 'otherName', 'greylist', 'silent'];

const NOT_SENT = 'testEmail notRun';
const SENT = 'testEmail succeeded';
const GREYLISTED = 'testEmail inconclusive, warning greylisted';
const EXPECTED: readonly (readonly [SmartHostKind, string, Partial<ConnectorDraft>, string, ...string[]])[] =
  [
    ['good', 'opportunistic', opportunistic, 'passed', 'connectivity succeeded', SENT],
    ['good', 'any', anyCertificate, 'passed', 'connectivity succeeded', SENT],
    ['good', 'trusted', trustedCa, 'passed', 'connectivity succeeded', SENT],
    ['good', 'named', named('good.contoso.com'), 'passed', 'connectivity succeeded', SENT],
    ['good', 'wildcard', named('*.contoso.com'), 'passed', 'connectivity succeeded', SENT],
    ['expired', 'any', anyCertificate, 'passed', 'connectivity succeeded, info certificateExpired', SENT],
    ['expired', 'trusted', trustedCa, 'failed', 'connectivity failed, error certificateExpired', NOT_SENT],
    [
      'expired',
      'named',
      named('other.com'),
      'failed',
      'connectivity failed, error certificateExpired, error tlsDomainMismatch',
      NOT_SENT,
    ],
    [
      'noStarttls',
      'opportunistic',
      opportunistic,
      'passed',
      'connectivity succeeded, warning clearText',
      SENT,
    ],
    [
      'noStarttls',
      'any',
      anyCertificate,
      'failed',
      'connectivity failed, error starttlsNotOffered',
      NOT_SENT,
    ],
    ['noStarttls', 'trusted', trustedCa, 'failed', 'connectivity failed, error starttlsNotOffered', NOT_SENT],
    ['otherName', 'any', anyCertificate, 'passed', 'connectivity succeeded, info hostNameMismatch', SENT],
    ['otherName', 'trusted', trustedCa, 'passed', 'connectivity succeeded, warning hostNameMismatch', SENT],
    [
      'otherName',
      'named',
      named('othername.contoso.com'),
      'failed',
      'connectivity failed, error tlsDomainMismatch',
      NOT_SENT,
    ],
    ['greylist', 'opportunistic', opportunistic, 'inconclusive', 'connectivity succeeded', GREYLISTED],
    ['greylist', 'trusted', trustedCa, 'inconclusive', 'connectivity succeeded', GREYLISTED],
    [
      'silent',
      'opportunistic',
      opportunistic,
      'inconclusive',
      'connectivity inconclusive, warning neverGreets',
      NOT_SENT,
    ],
    [
      'silent',
      'trusted',
      trustedCa,
      'inconclusive',
      'connectivity inconclusive, warning neverGreets',
      NOT_SENT,
    ],
  ];

describeBothEngines('Due validations', (engine) => {
  it('end with the verdict that each demo host deserves, at each TLS demand', async () => {
    const lab = await validationLab(engine, KINDS);
    const end = lab.startWorker('w1');
    const results = await Promise.all(
      EXPECTED.map(async ([kind, level, draft]) => {
        const { runId } = await request(lab, kind, draft);
        const run = await ended(lab, runId);
        return [kind, level, run.outcome, ...told(run)];
      }),
    );
    expect(results).toEqual(
      EXPECTED.map(([kind, level, _draft, outcome, ...tasks]) => [kind, level, outcome, ...tasks]),
    );
    expect(lab.hostOf('good').received).toHaveLength(5);
    expect(lab.hostOf('expired').received).toHaveLength(1);
    await end();
  });

  it('are shared by two workers, each run done once', async () => {
    const lab = await validationLab(engine, ['good']);
    const requested = await Promise.all(Array.from({ length: 10 }, () => request(lab, 'good')));
    lab.startWorker('w1');
    lab.startWorker('w2');
    const runs = await Promise.all(requested.map(({ runId }) => ended(lab, runId)));
    expect(runs.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'passed'));
    expect(lab.hostOf('good').received).toHaveLength(10);
  });

  it('show their first stages while they run, and how they were measured when they have ended', async () => {
    const lab = await validationLab(engine, ['silent'], { PROBE_BANNER_TIMEOUT_MS: '400' });
    lab.startWorker('w1');
    const { runId } = await request(lab, 'silent');
    const running = await vi.waitFor(
      async () => {
        const run = await viewOf(lab, runId);
        const dialogue = run.stages.filter(({ stage }) => !ASIDES.has(stage));
        expect(dialogue.map(({ stage }) => stage)).toEqual(['resolve', 'connect', 'banner']);
        return run;
      },
      { interval: 10 },
    );
    expect(running).toMatchObject({ state: 'running', requestedByName: expect.any(String) });
    expect(running.stages.at(-1)?.durationMs).toBeUndefined();
    expect(running.tasks.map(({ state }) => state)).toEqual(['running', 'waiting']);
    const over = await ended(lab, runId);
    expect(over.stages.findLast(({ stage }) => !ASIDES.has(stage))).toMatchObject({
      stage: 'banner',
      failure: { kind: 'timeout', limitMs: 400 },
    });
    expect(over.transcripts).toHaveLength(1);
    expect(over.facts).toMatchObject({
      heloName: 'console.mailspan.test',
      roots: { bundled: expect.any(Number) },
    });
  });

  it('of a worker that was killed are taken over when its lease is over', async () => {
    const lab = await validationLab(engine, ['good']);
    const { runId } = await request(lab, 'good');
    await claimRun(lab.store, { owner: 'killed', now: new Date(), leaseMs: 300 });
    lab.startWorker('w2');
    const run = await ended(lab, runId);
    expect(run.outcome).toBe('passed');
  });

  it('go back to the queue when their worker stops, and are done by the next', async () => {
    const lab = await validationLab(engine, ['silent'], { PROBE_BANNER_TIMEOUT_MS: '400' });
    const end = lab.startWorker('w1');
    const { runId } = await request(lab, 'silent');
    await vi.waitFor(async () => expect((await viewOf(lab, runId)).state).toBe('running'), { interval: 10 });
    await end();
    expect(await viewOf(lab, runId)).toMatchObject({ state: 'queued', stages: [] });
    lab.startWorker('w2');
    expect((await ended(lab, runId)).outcome).toBe('inconclusive');
  });

  it('stop soon after somebody cancels them', async () => {
    const lab = await validationLab(engine, ['tarpit']);
    lab.startWorker('w1', 300);
    const { runId } = await request(lab, 'tarpit');
    await vi.waitFor(async () => expect((await viewOf(lab, runId)).state).toBe('running'), { interval: 10 });
    expect(valueIn(await cancelValidation(lab.as('admin'), { id: runId }))).toBe('requested');
    expect(await ended(lab, runId)).toMatchObject({ state: 'cancelled' });
  });

  it('leave one audit entry when they end: outcome, attempts, and every place that was connected to', async () => {
    const lab = await validationLab(engine, ['good', 'tarpit']);
    lab.startWorker('w1', 300);
    const [passed, cancelled] = [await request(lab, 'good'), await request(lab, 'tarpit')];
    await ended(lab, passed.runId);
    await vi.waitFor(async () => {
      const { stages } = await viewOf(lab, cancelled.runId);
      expect(stages.map(({ stage }) => stage)).toContain('banner');
    });
    valueIn(await cancelValidation(lab.as('admin'), { id: cancelled.runId }));
    await ended(lab, cancelled.runId);
    const entries = await listAudit(lab.store, { limit: 9 });
    const details = (runId: string) =>
      entries.filter(({ action, details: of }) => action === 'validation.finished' && of.runId === runId);
    const { port } = lab.hostOf('good');
    expect(details(passed.runId)).toMatchObject([
      {
        subjectKind: 'validationRun',
        details: { outcome: 'passed', attempts: 1, connected: [`127.0.0.1:${port}`] },
      },
    ]);
    expect(details(cancelled.runId)).toMatchObject([
      { details: { outcome: 'cancelled', connected: [`127.0.0.1:${lab.hostOf('tarpit').port}`] } },
    ]);
    expect((await verifyAudit(lab.store)).ok).toBe(true);
  });

  it('survive one that goes wrong inside the console: it is inconclusive, and the next one is done', async () => {
    const lab = await validationLab(engine, ['good']);
    const broken = await request(lab, 'good');
    const unsafe = { hosts: [{ kind: 'name', host: 'a b', port: 25 }], tls: { level: 'opportunistic' } };
    await lab.store.client.validationRun.update({
      where: { id: broken.runId },
      data: { plan: { ...unsafe, recipients: ['ada@contoso.com'] } },
    });
    const { runId } = await request(lab, 'good');
    lab.startWorker('w1');
    const run = await ended(lab, broken.runId);
    expect(run).toMatchObject({ outcome: 'inconclusive', facts: { errorId: expect.any(String) } });
    expect(told(run)).toEqual(['connectivity inconclusive, warning internal', NOT_SENT]);
    expect((await ended(lab, runId)).outcome).toBe('passed');
  });
});
