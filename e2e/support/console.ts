// A production console of its own for each Playwright worker: server, worker, store, names, smart hosts. Builds nothing
// where the build is up to date, as it is behind `npm run test:e2e`.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base } from '@playwright/test';
import { openStore, type Store } from '../../lib/data/store';
import { readSettings, type Settings } from '../../lib/settings';
import { startConsoleProcess } from './console-process';
import { freePort } from './free-port';
import { type LabHost, type LabPartners, startMailLab } from './mail-lab';
import { addPerson, type Person, sessionCookies } from './people';
import type { Zone } from './smart-hosts/fake-dns';
import type { FakeSmartHost, SmartHostKind } from './smart-hosts/smart-host';

export const ADMIN: Person = {
  name: 'Ada Admin',
  email: 'ada@contoso.test',
  password: 'correct horse battery',
  role: 'admin',
};
export const HELPDESK: Person = {
  name: 'Hal Helpdesk',
  email: 'hal@contoso.test',
  password: 'correct horse battery',
  role: 'helpdesk',
};

const KINDS: readonly SmartHostKind[] = ['good', 'expired', 'noStarttls', 'otherName', 'greylist', 'silent'];
const HOSTS: readonly LabHost[] = KINDS.map((kind) => ({ kind, host: `${kind.toLowerCase()}.contoso.test` }));
/** Partners that are reached by MX: one in order, one whose backup has no TLS, one that is down but for its backup. */
const PARTNERS: LabPartners = {
  servers: {
    'mx1.fabrikam.test': 'good',
    'mx2.fabrikam.test': 'good',
    'mx1.wingtip.test': 'good',
    'mx2.wingtip.test': 'noStarttls',
    'mx1.tailspin.test': 'refused',
    'mx2.tailspin.test': 'good',
  },
  zone: {
    'fabrikam.test': { MX: ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'] },
    'wingtip.test': { MX: ['10 mx1.wingtip.test', '20 mx2.wingtip.test'] },
    'tailspin.test': { MX: ['10 mx1.tailspin.test', '20 mx2.tailspin.test'] },
    'nomail.test': { MX: ['0 .'] },
  },
};
/** A cold start may have to build. */
const START_LIMIT_MS = 180_000;

export type TestConsole = Readonly<{
  url: string;
  /** The one-time link that a console without people prints. */
  setUpLink: string | undefined;
  /** `name` is what an admin types as the smart host: `good.contoso.test:40123`. */
  host: (kind: SmartHostKind) => FakeSmartHost & Readonly<{ name: string }>;
  /** A server of a partner, by its name. */
  mxServer: (name: string) => FakeSmartHost;
  store: Store;
  settings: Settings;
  addPerson: (person: Person) => Promise<void>;
  /** Signs `person` in without the sign-in page. */
  signIn: (context: BrowserContext, person: Person) => Promise<void>;
  /** What server and worker have printed so far. */
  printed: () => string;
  stop: () => Promise<void>;
}>;

/** Starts a console without people on a free port. `env` adds to its environment, `zone` to what DNS knows. */
export async function startConsole(
  env: Readonly<Record<string, string>> = {},
  zone: Zone = {},
): Promise<TestConsole> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-e2e-'));
  const lab = await startMailLab(HOSTS, dataDir, { ...PARTNERS, zone: { ...PARTNERS.zone, ...zone } });
  const own = {
    ...lab.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    HOSTNAME: 'localhost',
    PORT: String(await freePort('localhost')),
    AUTH_SECRET: 'a secret for browser tests, known to everybody',
    LOG_LEVEL: 'warn',
    SHUTDOWN_GRACE_MS: '500',
    // The silent host shall not make a test wait long.
    PROBE_BANNER_TIMEOUT_MS: '1500',
    ...env,
  };
  const settings = readSettings(own);
  const { child, printed, ready } = startConsoleProcess(own);
  await ready;
  const store = await openStore(settings);
  return {
    url: settings.publicUrl,
    setUpLink: /https?:\S+\/set-up\S*/.exec(printed())?.[0],
    host: (kind) => {
      const found = lab.hosts.find((host) => host.kind === kind);
      if (!found) throw new Error(`The tests' console has no smart host of kind ${kind}.`);
      return { ...found, name: `${found.host}:${found.port}` };
    },
    mxServer: lab.mxServer,
    store,
    settings,
    addPerson: (person) => addPerson(store, settings, person),
    signIn: async (context, person) => context.addCookies(await sessionCookies(store, settings, person)),
    printed,
    stop: async () => {
      await store.close();
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await ended;
      await lab.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** `console`: one for all tests of a Playwright worker, with ADMIN and HELPDESK in it. */
export const test = base.extend<object, { console: TestConsole }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const started = await startConsole();
      try {
        await Promise.all([ADMIN, HELPDESK].map(started.addPerson));
        await use(started);
      } finally {
        await started.stop();
      }
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  baseURL: async ({ console }, use) => use(console.url),
});
