// How long `npm start` takes until the console answers: again on this machine, and once in a fresh clone.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Figure, ms, spread } from './figures';

const root = resolve(import.meta.dirname, '..');
const PORT = '3987';
const ROUNDS = 5;
const WARM_AIM_MS = 5_000;

/** The build is there and the tables are; the first start, which makes the tables, is not counted. */
export async function warmStart(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-bench-'));
  try {
    await start(root, dataDir);
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await start(root, dataDir));
    const { median } = spread(samples);
    const worst = Math.max(...samples);
    const value = `median ${ms(median)}, slowest ${ms(worst)} (${ROUNDS})`;
    return [{ name: 'warm', value, aim: `< ${ms(WARM_AIM_MS)}`, met: worst < WARM_AIM_MS }];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Clones what is committed and starts it: installs the packages (npm's cache counts), generates, builds. */
export async function coldStart(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', root, folder]);
    return [{ name: 'cold', value: ms(await start(folder, join(folder, 'data'))) }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the console in `cwd`, stops it as soon as it is ready; milliseconds until then. */
async function start(cwd: string, dataDir: string): Promise<number> {
  const own = { PORT, DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: '', HOSTNAME: 'localhost' };
  const beganAt = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd,
    env: { ...process.env, ...own, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const ready = new Promise<number>((answer) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Mailspan is ready')) answer(performance.now() - beganAt);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const failed = ended.then(() => {
    throw new Error(`The console did not start:\n${said}`);
  });
  try {
    return await Promise.race([ready, failed]);
  } finally {
    if (child.exitCode === null) child.kill('SIGTERM');
    await failed.catch(() => undefined);
  }
}
