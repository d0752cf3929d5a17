import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingError } from './settings';

const refusal = (env: Record<string, string>): string => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(env)} was taken`);
};

describe('a wrong variable is named in one line', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'mail.contoso.com'],
    ['PUBLIC_URL', 'ftp://mail.contoso.com'],
    ['DATABASE_URL', 'mysql://localhost/mailspan'],
    ['AUTH_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['SHUTDOWN_GRACE_MS', '8s'],
    ['METRICS_TOKEN', 'too short'],
    ['METRICS_TOKEN', 'sixteen or more, with blanks'],
    ['WORKER_PORT', '0'],
    ['PROBE_ALLOW_LOOPBACK', 'yes'],
    ['PROBE_DENY_PRIVATE', 'on'],
    ['PROBE_PORTS', '25,mail'],
    ['PROBE_PORTS', '70000'],
    ['PROBE_HELO_NAME', 'mail server'],
    ['PROBE_HELO_NAME', 'mail\r\nRSET'],
    ['PROBE_SENDER', 'postmaster'],
    ['PROBE_DNS_SERVERS', 'dns.contoso.com'],
    ['GUIDE_RESOLVERS', 'dns.contoso.com'],
    ['GUIDE_RESOLVERS', Array(11).fill('192.0.2.1').join(',')],
    ['PROBE_CONNECT_TIMEOUT_MS', '5s'],
    ['PROBE_BANNER_TIMEOUT_MS', '-1'],
    ['PROBE_COMMAND_TIMEOUT_MS', '0'],
    ['PROBE_TLS_TIMEOUT_MS', '999999999'],
    ['PROBE_QUIT_TIMEOUT_MS', '1'],
    ['PROBE_RUN_TIMEOUT_MS', 'never'],
    ['WORKER_CONCURRENCY', '0'],
    ['PROBE_TARGET_BURST', '0'],
    ['PROBE_TARGET_PER_MINUTE', '0.5'],
    ['PROBE_UNSAVED_PER_HOUR', 'none'],
    ['PROBE_UNSAVED_SERVERS_PER_HOUR', '-1'],
    ['WORKER_POLL_MS', 'often'],
    ['WORKER_LEASE_MS', '10'],
  ])('%s=%j', (variable, value) => {
    const line = refusal({ [variable]: value });
    expect(line).toMatch(new RegExp(`^${variable}: .`));
    expect(line).not.toMatch(/\n|NaN|Invalid/);
  });
});

describe('without variables', () => {
  const settings = readSettings({});

  test('the console serves http://localhost:3000 from ./data', () => {
    expect(settings).toMatchObject({
      port: 3000,
      hostname: 'localhost',
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      databaseUrl: undefined,
    });
  });

  test('validations use the mail ports only, and never loopback', () => {
    expect(settings.probe).toMatchObject({ allowLoopback: false, ports: [25, 465, 587, 2525], sender: '' });
  });
});

test('a console on every interface is opened as localhost', () => {
  expect(readSettings({ HOSTNAME: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readSettings({ HOSTNAME: '::', PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readSettings({ HOSTNAME: '::1' }).publicUrl).toBe('http://[::1]:3000');
});

test('behind a proxy the public address is what people type', () => {
  expect(readSettings({ PUBLIC_URL: 'https://mail.contoso.com/' }).publicUrl).toBe(
    'https://mail.contoso.com',
  );
});

test("the machine's own name, which containers and shells export as HOSTNAME, is nobody's choice", () => {
  expect(readSettings({ HOSTNAME: hostname() }).hostname).toBe('localhost');
});

test('an empty variable is one that is not given', () => {
  const empty = readSettings({ PORT: '', HOSTNAME: '', DATA_DIR: '', DATABASE_URL: '', PROBE_SENDER: '' });
  expect(empty).toEqual(readSettings({}));
});

test('lists are read with blanks around their items', () => {
  const { probe } = readSettings({ PROBE_PORTS: '2601, 2602', PROBE_DNS_SERVERS: '127.0.0.1:5353, ::1' });
  expect(probe.ports.slice(-2)).toEqual([2601, 2602]);
  expect(probe.dnsServers).toEqual(['127.0.0.1:5353', '::1']);
});
