import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { planFor, run, SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import {
  type FakeSmartHost,
  type SmartHostKind,
  startSmartHost,
} from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import type { SmartHost } from '../mailflow/smart-host';

const running: FakeSmartHost[] = [];
afterEach(() => Promise.all(running.splice(0).map((each) => each.close())));

async function smartHost(kind: SmartHostKind): Promise<FakeSmartHost> {
  const host = await startSmartHost(kind, { host: 'mx.contoso.test', ca: await testCa() });
  running.push(host);
  return host;
}

const named = (port: number, host: string): SmartHost => ({ kind: 'name', host, port });

describe('The end of a run', () => {
  test('the deadline ends every wait at once', async () => {
    const [silent, hangs] = [await smartHost('silent'), await smartHost('starttlsHangs')];
    const hosts = [silent, hangs].map(({ port }) => ({ kind: 'ipv4', host: '127.0.0.1', port }) as const);
    const limits = { ...SHORT_LIMITS, bannerMs: 60_000, tlsMs: 60_000, runMs: 300 };
    const report = await run(planFor(silent, { hosts, limits, ports: hosts.map(({ port }) => port) }));
    expect(report.failures.toSorted()).toEqual(['banner: deadline', 'tls: deadline']);
    expect(report.tookMs).toBeLessThan(1_000);
  });

  test('a cancelled run stops where it is', async () => {
    const host = await smartHost('silent');
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const limits = { ...SHORT_LIMITS, bannerMs: 60_000, runMs: 60_000 };
    const report = await run(planFor(host, { limits }), { signal: controller.signal });
    expect(report.failures).toEqual(['banner: cancelled']);
  });

  test('a run cancelled before it began opens no connection', async () => {
    const report = await run(planFor({ address: '127.0.0.1', port: 25 }), { signal: AbortSignal.abort() });
    expect(report.failures).toEqual(['connect: cancelled']);
  });

  test.each(['good', 'silent', 'tarpit', 'starttlsHangs', 'endlessLine', 'injectsPlaintextLater'] as const)(
    '%s leaves no socket and no timer behind',
    async (kind) => {
      const host = await smartHost(kind);
      const sockets: Socket[] = [];
      const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
      const before = timers();
      await run(planFor(host), {
        connect: (target) => {
          const socket = connect(target);
          sockets.push(socket);
          return socket;
        },
      });
      expect(sockets.length).toBeGreaterThan(0);
      expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
      if (kind !== 'good') expect(timers()).toBeLessThanOrEqual(before);
    },
  );

  test('what the listener throws comes out, and the socket is closed all the same', async () => {
    const host = await smartHost('good');
    const plan = planFor(host, {
      mayProceed: () => {
        throw new Error('the policy is broken');
      },
    });
    await expect(run(plan)).rejects.toThrow('the policy is broken');
  });
});

describe('Text that could split a command', () => {
  test.each([
    ['a host', { hosts: [named(25, 'mx.contoso.test\r\nRCPT TO:<x@y>')] }],
    ['a recipient', { recipients: ['anna@contoso.test>\r\nDATA'] }],
    ['a recipient with an angle bracket', { recipients: ['anna@contoso.test> <b@c.test'] }],
    ['the sender', { sender: 'a@b.test\0' }],
    ['the HELO name', { heloName: 'console\nQUIT' }],
    ['an empty HELO name', { heloName: '' }],
    ['the subject', { message: { from: 'a@b.test', id: 'x', subject: 'Hi\r\nBcc: all@contoso.test' } }],
  ])('%s is refused before a socket opens', async (_what, given) => {
    const opened = () => {
      throw new Error('a socket was opened');
    };
    const plan = planFor({ address: '127.0.0.1', port: 25 }, given);
    await expect(run(plan, { connect: opened })).rejects.toThrow('must not reach the wire');
  });
});
