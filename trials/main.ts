// npm run trial -- <name> [options]: long, bounded trials of the whole console that a person starts, as docs/trials.md
// describes them. Loopback only; leaves nothing behind; ends with code 1 where a promise is broken.
import { cpus } from 'node:os';
import { type Figure, print } from '../bench/figures';
import { generateClients } from '../scripts/generate';

/** `run` reads its own options, tells what it sees as it goes, and answers the figures; one with `met: false` is a broken promise. */
type Trial = Readonly<{
  name: string;
  title: string;
  run: (options: string[]) => Promise<readonly Figure[]>;
}>;

/** Each is loaded when it is asked for. */
const TRIALS: readonly Trial[] = [
  {
    name: 'crash',
    title: 'Kills at random moments',
    run: async (options) => (await import('./crash')).crash(options),
  },
  {
    name: 'load',
    title: 'Many admins at work at the same time',
    run: async (options) => (await import('./load')).load(options),
  },
  {
    name: 'replicas',
    title: 'Two consoles and two workers on one PostgreSQL',
    run: async () => (await import('./replicas')).replicas(),
  },
];

process.chdir(new URL('..', import.meta.url).pathname);
const [name, ...options] = process.argv.slice(2);
const trial = TRIALS.find((one) => one.name === name);
if (!trial) {
  const asked = name === undefined ? 'Say which trial' : `There is no trial ${name}`;
  console.error(`${asked}; there are ${TRIALS.map((one) => one.name).join(', ')}.`);
  process.exit(64);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
// What a trial has started ends with this process, by the handlers of its exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await generateClients(console.log);
const figures = await trial.run(options);
print(trial.title, figures);
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;
