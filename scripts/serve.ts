// All that happens between one command and a console that answers: check, generate, migrate, build, run.
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readSettings, type Settings } from '../lib/settings';
import { buildConsole, PRODUCTION } from './build-console';
import { endWithChildren, exitOf, startChild, stopChildren } from './children';
import { generateClients } from './generate';
import { keepRunning } from './keep-running';
import { migrateDatabase } from './migrate-database';
import { checkDataDir, checkPort } from './preconditions';
import { claimSessionSecret } from './session-key';
import { printSetUpLink } from './set-up-link';
import { StepError } from './step-error';
import { step } from './steps.mjs';
import { WORKER_ARGS } from './worker-args';

const NEXT = 'node_modules/next/dist/bin/next';
/** Beyond their grace, server and worker need so long to close what is open and to hand back what is not done. */
const ENDING_MS = 4_000;
/** Longer than any proxy keeps a connection that nobody uses (Caddy 2 minutes, nginx 1): who closes first loses no request. */
const KEEP_ALIVE = ['--keepAliveTimeout', '130000'];
const DEVELOPMENT = { ...PRODUCTION, NODE_ENV: 'development' } as const;

type Mode = Readonly<{ server?: 'start' | 'dev'; worker?: true; builds?: true }>;

/** What each mode starts, and whether it needs the production build. */
const MODES: Readonly<Record<string, Mode>> = {
  start: { server: 'start', worker: true, builds: true },
  /** For several machines, or for a service each. */
  console: { server: 'start', builds: true },
  worker: { worker: true },
  /** Reloads. */
  dev: { server: 'dev', worker: true },
  /** With demo data and smart hosts. */
  demo: { server: 'start', worker: true, builds: true },
  /** Makes all that starting needs but the database's tables. */
  build: { builds: true },
};

/** Runs one of MODES. Any number may start at once on one database: one changes its tables, the others wait for that. */
export async function main(mode: string): Promise<void> {
  const chosen = MODES[mode];
  if (!chosen) throw new StepError(`There is no mode ${mode}; there are ${Object.keys(MODES).join(', ')}.`);
  // Ended as asked, in order: that is no error, neither to npm nor to a service manager.
  endWithChildren(0);
  for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file);
  const demo = mode === 'demo' ? await (await import('./demo')).startDemo() : undefined;
  const settings = readSettings(process.env);
  const runs = Boolean(chosen.server || chosen.worker);
  if (runs) await checkDataDir(settings);
  if (chosen.server) await checkPort(settings);
  await step('Database clients', generate);
  if (runs) await step('Database tables', () => migrateDatabase(settings));
  if (chosen.builds) await step('Build', buildConsole);
  if (!runs) return;
  if (chosen.server) await claimSessionSecret(settings);
  await demo?.load(settings);
  await run(settings, chosen);
  if (!chosen.server) return console.log('Mailspan’s worker is running');
  await printSetUpLink(settings);
  demo?.describe();
  console.log(`Mailspan is ready at ${settings.publicUrl}`);
}

async function generate(): Promise<boolean> {
  let worked = false;
  await generateClients(() => {
    worked = true;
  });
  return worked;
}

/** Starts server and worker; answers once the server does. The server's own end is the end of all. */
async function run(settings: Settings, { server, worker }: Mode): Promise<void> {
  const env = server === 'dev' ? DEVELOPMENT : PRODUCTION;
  const graceMs = settings.shutdownGraceMs + ENDING_MS;
  if (worker) void keepRunning('worker', WORKER_ARGS, { env, graceMs });
  if (!server) return;
  const address = ['-H', settings.hostname, '-p', String(settings.port)];
  const options = server === 'start' ? KEEP_ALIVE : [];
  const serverEnded = exitOf(startChild([NEXT, server, ...address, ...options], { env, graceMs }));
  void serverEnded.then(async (code) => {
    console.error(`The server ended with code ${code}.`);
    await stopChildren();
    process.exit(code || 1);
  });
  await untilAnswering(settings);
}

async function untilAnswering({ hostname, port }: Settings): Promise<void> {
  const anywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[hostname];
  const host = anywhere ?? (hostname.includes(':') ? `[${hostname}]` : hostname);
  for (;;) {
    const answer = await fetch(`http://${host}:${port}/`, {
      redirect: 'manual',
      // An idle kept connection would hold the server up when it is to end.
      headers: { connection: 'close' },
    }).catch(() => undefined);
    if (answer) return void (await answer.body?.cancel());
    await delay(50);
  }
}
