import { expect, it, onTestFinished, vi } from 'vitest';
import type { Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { startMxLab } from '../../e2e/support/smart-hosts/mx-lab';
import type { SmartHostKind } from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { describeBothEngines, freshStore, type TestEngine } from '../data/engines-for-tests';
import { findRun, insertRun } from '../data/validation-runs';
import { fingerprint } from '../mailflow/fingerprint';
import type { ValidationPlan } from '../mailflow/validation-plan';
import { readSettings } from '../settings';
import { runDueValidations } from './run-due-validations';
import { viewRun } from './validation-run-view';

const MX = { 'fabrikam.com': { MX: ['10 mx1.fabrikam.com', '20 mx2.fabrikam.com'] } } as const;
const PLAN: ValidationPlan = {
  hosts: [],
  tls: { level: 'certificateValidation' },
  recipients: ['ada@fabrikam.com'],
};

/** A console whose worker runs one validation of `PLAN` against `servers`; answers its view as of now. */
async function validate(
  engine: TestEngine,
  servers: Readonly<Record<string, SmartHostKind | 'refused'>>,
  zone: Zone,
  env: Readonly<Record<string, string>> = {},
) {
  const store = await freshStore(engine);
  const lab = await startMxLab(servers, zone);
  const stop = new AbortController();
  const now = () => new Date();
  const settings = readSettings({
    PROBE_ALLOW_LOOPBACK: 'true',
    PROBE_DNS_SERVERS: lab.dnsServer,
    PROBE_HELO_NAME: 'console.mailspan.test',
    PROBE_BANNER_TIMEOUT_MS: '1500',
    WORKER_POLL_MS: '20',
    ...env,
  });
  const { signal } = stop;
  const given = { ca: [(await testCa()).rootPem], connect: lab.connect };
  const work = runDueValidations({ store, settings, now, signal, owner: 'w1', concurrency: 2, ...given });
  onTestFinished(async () => {
    stop.abort();
    await work;
    await Promise.all([store.close(), lab.close()]);
  });
  const requested = { requestedById: 'u', requestedByName: 'Ada', requestedAt: now() };
  const id = await insertRun(store, { fingerprint: fingerprint(PLAN), plan: PLAN, ...requested });
  const view = async () => {
    const run = await findRun(store, id);
    if (!run) throw new Error('The run is gone.');
    return viewRun(store, run, now());
  };
  const ended = () =>
    vi.waitFor(
      async () => {
        const run = await view();
        expect(run.state).toBe('finished');
        return run;
      },
      { timeout: 10_000, interval: 30 },
    );
  return { lab, view, ended };
}

type View = Awaited<ReturnType<Awaited<ReturnType<typeof validate>>['view']>>;
const told = ({ outcome, tasks }: View): readonly string[] => [
  outcome ?? '',
  ...tasks.map(({ kind, host, state, findings }) =>
    [kind, host, state, ...findings.map(({ code }) => code)].join(' '),
  ),
];

describeBothEngines('A connector that uses the partner’s MX', (engine) => {
  it('passes where the partner’s servers take the mail, and is read again as it was seen', async () => {
    const { lab, ended } = await validate(
      engine,
      { 'mx1.fabrikam.com': 'good', 'mx2.fabrikam.com': 'refused' },
      MX,
    );
    const run = await ended();
    expect(told(run)).toEqual([
      'passed',
      'mailServers fabrikam.com succeeded',
      'connectivity mx1.fabrikam.com succeeded',
      'connectivity mx2.fabrikam.com warned connectionRefused',
      'testEmail fabrikam.com succeeded',
    ]);
    expect(run.plan).toMatchObject({ hosts: [], recipients: ['ada@fabrikam.com'] });
    expect(run.stages[0]).toMatchObject({
      stage: 'mx',
      exchangers: [{ preference: 10 }, { preference: 20 }],
    });
    expect(lab.host('mx1.fabrikam.com').received).toHaveLength(1);
  });

  it('fails where the backup would take mail without TLS', async () => {
    const { ended } = await validate(
      engine,
      { 'mx1.fabrikam.com': 'good', 'mx2.fabrikam.com': 'noStarttls' },
      MX,
    );
    expect(told(await ended())).toEqual([
      'failed',
      'mailServers fabrikam.com succeeded',
      'connectivity mx1.fabrikam.com succeeded',
      'connectivity mx2.fabrikam.com failed starttlsNotOffered',
      'testEmail fabrikam.com succeeded',
    ]);
  });

  it('fails where the partner’s MX leads into the console’s own network', async () => {
    const { ended } = await validate(engine, { 'mx1.fabrikam.com': 'good' }, MX, {
      PROBE_ALLOW_LOOPBACK: 'false',
    });
    expect(told(await ended())).toEqual([
      'failed',
      'mailServers fabrikam.com succeeded',
      'connectivity mx1.fabrikam.com failed addressDenied',
      'connectivity mx2.fabrikam.com failed dnsNotFound',
      'testEmail fabrikam.com notRun',
    ]);
  });

  it('shows its servers while they are tried, and calls none of them failed before all were', async () => {
    const { view, ended } = await validate(
      engine,
      { 'mx1.fabrikam.com': 'refused', 'mx2.fabrikam.com': 'silent' },
      MX,
    );
    const running = await vi.waitFor(
      async () => {
        const run = await view();
        expect(run.stages.map(({ stage }) => stage)).toContain('banner');
        return run;
      },
      { interval: 10 },
    );
    expect(running.tasks.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'mailServers succeeded',
      'connectivity running',
      'connectivity running',
      'testEmail waiting',
    ]);
    expect(told(await ended())[0]).toBe('failed');
  });
});
