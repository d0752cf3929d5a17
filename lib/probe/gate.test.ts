import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startMxLab } from '../../e2e/support/smart-hosts/mx-lab';
import { planFor, run, SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import { type FakeSmartHost, startSmartHost } from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { createResolver } from './dns-resolver';
import type { Admission } from './gate';

const RETRY_AT = new Date(Date.UTC(2026, 10, 25, 9, 30));
const refusal = (why: 'used' | 'busy', retryAfterMs: number): Admission => ({
  ok: false,
  why,
  retryAt: RETRY_AT,
  retryAfterMs,
});

/** Answers `refusals` one after another, then lets pass; tells what is open. */
function gatekeeper(...refusals: Admission[]) {
  const told = { asked: [] as string[], open: 0, most: 0 };
  const mayConnect = async (address: string): Promise<Admission> => {
    told.asked.push(address);
    const refused = refusals.shift();
    if (refused) return refused;
    told.open += 1;
    told.most = Math.max(told.most, told.open);
    const release = async () => {
      told.open -= 1;
    };
    return { ok: true, release };
  };
  return { told, mayConnect };
}

describe('Leave to connect', () => {
  let good: FakeSmartHost;
  let oldTls: FakeSmartHost;
  beforeAll(async () => {
    const ca = await testCa();
    [good, oldTls] = await Promise.all([
      startSmartHost('good', { host: 'mx.contoso.test', ca }),
      startSmartHost('oldTls', { host: 'mx.contoso.test', ca }),
    ]);
  });
  afterAll(() => Promise.all([good.close(), oldTls.close()]));

  it('is asked for once for each connection, and given back when that is closed', async () => {
    const { told, mayConnect } = gatekeeper();
    expect((await run(planFor(good), { mayConnect })).failures).toEqual([]);
    expect(told).toEqual({ asked: ['127.0.0.1'], open: 0, most: 1 });
  });

  it('is asked for again by the second connection, in clear text', async () => {
    const { told, mayConnect } = gatekeeper();
    await run(planFor(oldTls), { mayConnect });
    expect(told).toEqual({ asked: ['127.0.0.1', '127.0.0.1'], open: 0, most: 1 });
  });

  it('is waited for where the run has the time, and the wait is told apart from connecting', async () => {
    const { mayConnect } = gatekeeper(refusal('used', 400), refusal('busy', 60_000));
    const report = await run(planFor(good), { mayConnect });
    expect(report.failures).toEqual([]);
    const { heldBackMs = 0, durationMs = 0 } = report.at('connect') ?? {};
    expect(heldBackMs).toBeGreaterThanOrEqual(590);
    expect(durationMs).toBeGreaterThanOrEqual(heldBackMs);
  });

  it('is not waited for where too little of the run would be left: a fact, at once, and no socket', async () => {
    const { told, mayConnect } = gatekeeper(refusal('used', SHORT_LIMITS.runMs - SHORT_LIMITS.bannerMs));
    const connect = () => {
      throw new Error('A socket was opened.');
    };
    const report = await run(planFor(good), { mayConnect, connect });
    expect(report.at('connect')?.failure).toEqual({
      kind: 'budget',
      why: 'used',
      retryAt: RETRY_AT.toISOString(),
    });
    expect(report.failures).toEqual(['connect: budget']);
    expect(report.tookMs).toBeLessThan(1_000);
    expect(told.open).toBe(0);
  });

  it('that never comes, as another connection stays open, is given up in time', async () => {
    const limits = { ...SHORT_LIMITS, runMs: 2_000 };
    const { mayConnect } = gatekeeper(...Array.from({ length: 100 }, () => refusal('busy', 60_000)));
    const report = await run(planFor(good, { limits }), { mayConnect });
    expect(report.at('connect')?.failure).toMatchObject({ kind: 'budget', why: 'busy' });
    expect(report.tookMs).toBeLessThan(2_000);
  });

  it('is lent while a message waits for its turn: domains whose servers back each other up do not wait in a circle', async () => {
    const mx = await startMxLab(
      { 'mx1.contoso.test': 'good', 'mx2.contoso.test': 'good' },
      {
        'contoso.test': { MX: ['10 mx1.contoso.test', '20 mx2.contoso.test'] },
        'fabrikam.test': { MX: ['10 mx2.contoso.test', '20 mx1.contoso.test'] },
      },
    );
    onTestFinished(() => mx.close());
    const open = new Set<string>();
    const mayConnect = async (address: string): Promise<Admission> => {
      if (open.has(address)) return refusal('busy', 0);
      open.add(address);
      return { ok: true, release: async () => void open.delete(address) };
    };
    const mailTo = (domain: string) =>
      run(planFor({ address: '127.0.0.1', port: 25 }, { hosts: [], recipients: [`ada@${domain}`] }), {
        mayConnect,
        resolver: createResolver([mx.dnsServer]),
        connect: mx.connect,
      });
    const reports = await Promise.all([mailTo('contoso.test'), mailTo('fabrikam.test')]);
    for (const { failures, tookMs } of reports) {
      expect(failures).toEqual([]);
      expect(tookMs).toBeLessThan(SHORT_LIMITS.runMs - SHORT_LIMITS.bannerMs);
    }
    expect(open).toEqual(new Set());
  });

  it('is no longer waited for once the run is cancelled', async () => {
    const stop = new AbortController();
    const { mayConnect } = gatekeeper(refusal('used', 4_000));
    setTimeout(() => stop.abort(), 200);
    const report = await run(planFor(good), { mayConnect, signal: stop.signal });
    expect(report.failures).toEqual(['connect: cancelled']);
    expect(report.tookMs).toBeLessThan(2_000);
  });
});
