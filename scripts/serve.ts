// All that happens between one command and a console that answers: check, generate, migrate, build, run.
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readSettings, type Settings } from '../lib/settings';
import { buildConsole, PRODUCTION } from './build-console';
import { endWithChildren, exitOf, startChild, stopChildren } from './children';
import { generateClients } from './generate';
import { keepRunning } from './keep-running';
import { migrateDatabase } from './migrate-database';
import { checkPreconditions } from './preconditions';
import { printSetUpLink } from './set-up-link';
import { StepError } from './step-error';
import { step } from './steps.mjs';
import { WORKER_ARGS } from './worker-args';

const NEXT = 'node_modules/next/dist/bin/next';
/** Beyond their grace, server and worker need so long to close what is open and to hand back what is not done. */
const ENDING_MS = 4_000;
const DEVELOPMENT = { ...PRODUCTION, NODE_ENV: 'development' } as const;

/** Runs `mode`: `start`, `dev` (no build, reloads), `demo` (with demo data and smart hosts) or `build` (no server). */
export async function main(mode: string): Promise<void> {
  if (!['start', 'dev', 'demo', 'build'].includes(mode)) throw new StepError(`There is no mode ${mode}.`);
  // Ended as asked, in order: that is no error, neither to npm nor to a service manager.
  endWithChildren(0);
  for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file);
  const demo = mode === 'demo' ? await (await import('./demo')).startDemo() : undefined;
  const settings = readSettings(process.env);
  if (mode !== 'build') await checkPreconditions(settings);
  await step('Database clients', generate);
  if (mode !== 'build') await step('Database tables', () => migrateDatabase(settings));
  if (mode !== 'dev') await step('Build', buildConsole);
  if (mode === 'build') return;
  await demo?.load(settings);
  await run(settings, mode === 'dev' ? 'dev' : 'start');
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
async function run(settings: Settings, command: 'dev' | 'start'): Promise<void> {
  const env = command === 'dev' ? DEVELOPMENT : PRODUCTION;
  const address = ['-H', settings.hostname, '-p', String(settings.port)];
  const graceMs = settings.shutdownGraceMs + ENDING_MS;
  const serverEnded = exitOf(startChild([NEXT, command, ...address], { env, graceMs }));
  void keepRunning('worker', WORKER_ARGS, { env, graceMs });
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
