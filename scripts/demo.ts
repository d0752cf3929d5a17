// The demo: demo people, demo smart hosts on loopback with names of their own, and a table that says what each shows.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startMailLab } from '../e2e/support/mail-lab';
import { addPerson, type Person } from '../e2e/support/people';
import type { SmartHostKind } from '../e2e/support/smart-hosts/smart-host';
import { noAccounts } from '../lib/data/accounts';
import { openStore } from '../lib/data/store';
import type { Settings } from '../lib/settings';
import { loadDemoData } from '../prisma/demo-data';
import { DNS_OF_DEMO } from '../prisma/demo-guide';

const FIRST_PORT = 2601;

const HOSTS: readonly Readonly<{ kind: SmartHostKind; name: string; shows: string }>[] = [
  { kind: 'good', name: 'good', shows: 'everything right: TLS and a valid certificate' },
  { kind: 'expired', name: 'expired', shows: 'a certificate that has expired' },
  { kind: 'noStarttls', name: 'nostarttls', shows: 'no STARTTLS' },
  { kind: 'otherName', name: 'othername', shows: 'a certificate with the name of another host' },
  { kind: 'greylist', name: 'greylist', shows: 'greylisting: 450, try again later' },
  { kind: 'silent', name: 'silent', shows: 'a connection, and never a greeting' },
];

const PEOPLE: readonly Person[] = [
  { name: 'Demo admin', email: 'admin@demo.test', password: 'mailspan-demo', role: 'admin' },
  { name: 'Demo helpdesk', email: 'helpdesk@demo.test', password: 'mailspan-demo', role: 'helpdesk' },
];

export type Demo = Readonly<{
  /** Fills an empty database. */
  load: (settings: Settings) => Promise<void>;
  /** Prints what there is to try. */
  describe: () => void;
}>;

/** Starts the smart hosts and puts the demo's settings in force; everybody knows its passwords, so on localhost only. */
export async function startDemo(): Promise<Demo> {
  const dataDir = resolve('data/demo');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lab = await startMailLab(
    HOSTS.map(({ kind, name }, index) => ({ kind, host: `${name}.demo.test`, port: FIRST_PORT + index })),
    dataDir,
    { servers: {}, zone: DNS_OF_DEMO },
  );
  const own = {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    HOSTNAME: 'localhost',
    // What there is to try would be lost among the lines of requests.
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
  Object.assign(process.env, lab.env, own);
  return {
    load: async (settings) => {
      const store = await openStore(settings);
      try {
        if (!(await noAccounts(store))) return;
        await loadDemoData(store, lab.hosts);
        // Last, so that a start that was cut short is not taken for a whole one.
        for (const person of PEOPLE) await addPerson(store, settings, person);
      } finally {
        await store.close();
      }
    },
    describe: () => {
      const hosts = HOSTS.map(({ shows }, index) => {
        const { host = '', port = 0 } = lab.hosts[index] ?? {};
        return `  ${`${host}:${port}`.padEnd(26)} ${shows}`;
      });
      const people = PEOPLE.map(({ email, password }) => `  ${email.padEnd(26)} ${password}`);
      console.log(['', 'Smart hosts to try:', ...hosts, '', 'Sign in with:', ...people, ''].join('\n'));
    },
  };
}
