// Smart hosts with names, a console that may reach them, and workers that run its validations, for tests.
import { onTestFinished } from 'vitest';
import { type FakeDns, startFakeDns } from '../../e2e/support/smart-hosts/fake-dns';
import {
  type FakeSmartHost,
  type SmartHostKind,
  startSmartHost,
} from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import type { Actor, Role } from '../auth/permissions';
import { freshStore, type TestEngine } from '../data/engines-for-tests';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { readSettings } from '../settings';
import type { OperationContext } from './context';
import { runDueValidations } from './run-due-validations';

export type ValidationLab = Awaited<ReturnType<typeof validationLab>>;

/** A console with smart hosts of `kinds` on loopback, each named `<kind>.contoso.com`; `env` adds to its settings. */
export async function validationLab(
  engine: TestEngine,
  kinds: readonly SmartHostKind[],
  env: Readonly<Record<string, string>> = {},
) {
  const store = await freshStore(engine);
  onTestFinished(() => store.close());
  const ca = await testCa();
  const hosts = await Promise.all(
    kinds.map((kind) => startSmartHost(kind, { host: `${kind.toLowerCase()}.contoso.com`, ca })),
  );
  const dns: FakeDns = await startFakeDns({
    ...Object.fromEntries(hosts.map(({ host, address }) => [host, { A: [address] }])),
  });
  onTestFinished(async () => {
    await Promise.all([dns.close(), ...hosts.map((host) => host.close())]);
  });
  const settings = readSettings({
    AUTH_SECRET: 'a secret for the tests of validations',
    PROBE_ALLOW_LOOPBACK: 'true',
    PROBE_DNS_SERVERS: dns.server,
    PROBE_PORTS: hosts.map(({ port }) => port).join(','),
    PROBE_HELO_NAME: 'console.mailspan.test',
    // Long enough for a busy machine; only silent hosts make anybody wait for it.
    PROBE_BANNER_TIMEOUT_MS: '4000',
    WORKER_POLL_MS: '20',
    SHUTDOWN_GRACE_MS: '0',
    ...env,
  });
  const as = (role: Role, userId: string = role): OperationContext => ({
    who: { userId, name: userId, email: `${userId}@contoso.com`, role, sessionId: 's' } satisfies Actor,
    store,
    settings,
    now: () => new Date(),
  });
  const hostOf = (kind: SmartHostKind): FakeSmartHost => {
    const host = hosts.find((each) => each.kind === kind);
    if (!host) throw new Error(`There is no ${kind} host.`);
    return host;
  };
  /** A draft that demands a trusted certificate of `kind`'s host, as the wizard leaves it by default. */
  const draftFor = (kind: SmartHostKind, given: Partial<ConnectorDraft> = {}): ConnectorDraft => ({
    ...emptyDraft(),
    from: 'office365',
    to: 'organization',
    smartHosts: [`${hostOf(kind).host}:${hostOf(kind).port}`],
    validationRecipients: ['ada@contoso.com'],
    ...given,
  });
  /** Starts a worker; the function ends it, in an orderly way. */
  const startWorker = (owner: string, leaseMs?: number) => {
    const stop = new AbortController();
    const work = runDueValidations({
      store,
      settings,
      now: () => new Date(),
      signal: stop.signal,
      owner,
      concurrency: 10,
      ca: [ca.rootPem],
      ...(leaseMs !== undefined && { leaseMs }),
    });
    const end = async (): Promise<void> => {
      stop.abort();
      await work;
    };
    onTestFinished(end);
    return end;
  };
  return { store, as, hostOf, draftFor, startWorker };
}
