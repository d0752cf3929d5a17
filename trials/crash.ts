// npm run trial -- crash [--kills 100] [--engine sqlite|postgresql] [--seed n] [--clients 6] [--minutes 60]: a console with admins at work is
// killed at random moments, in parts or whole, and after each kill its store is held against what it had acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Figure, ms } from '../bench/figures';
import type { Provider } from '../lib/data/store';
import { buildConsole } from '../scripts/build-console';
import { chanceOf } from './chance';
import { type Crowd, startCrowd } from './crash-clients';
import { type CrashScene, type KillKind, LEASE_MS, startCrashScene } from './crash-scene';
import { type Ledger, lostThings, newLedger } from './ledger';
import { halfThings } from './whole-store';

export type CrashOptions = Readonly<{
  kills: number;
  engine: Provider;
  seed: number;
  clients: number;
  minutes?: number;
}>;

export type CrashReport = Readonly<{
  kills: Readonly<Partial<Record<KillKind, number>>>;
  acknowledged: number;
  refused: number;
  /** Requests that were out when something was killed, and those that came back without an answer. */
  inFlight: number;
  unanswered: number;
  foundDone: number;
  runs: number;
  /** Runs that more than one worker began. */
  takenUpAgain: number;
  auditEntries: number;
  lost: readonly string[];
  half: readonly string[];
  stuck: readonly string[];
  /** From a kill until the console answers again, and from a worker's start until a run that waited for it has ended. */
  slowestRecoveryMs: number;
  slowestRunMs: number;
}>;

/** From ready to kill. */
const LIFE_MS = [150, 1_500] as const;
/** What a run may take beside its lease: its own limit, and a place in the queue. */
const RUN_GRACE_MS = 10_000;

export async function crash(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string', default: '100' },
      engine: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      clients: { type: 'string', default: '6' },
      minutes: { type: 'string', default: '60' },
    },
  });
  const engine = values.engine === 'postgresql' ? 'postgresql' : 'sqlite';
  const options = {
    ...{ kills: Number(values.kills), seed: Number(values.seed) },
    ...{ clients: Number(values.clients), minutes: Number(values.minutes) },
  };
  await buildConsole();
  console.log(`${engine}, seed ${options.seed}`);
  return crashFigures(await runCrash({ ...options, engine }, (line) => console.log(line)));
}

/** Runs the trial; `told` hears of each kill. Throws where the console can't be started or reached again. */
export async function runCrash(
  { kills, engine, seed, clients, minutes = 60 }: CrashOptions,
  told: (line: string) => void = () => undefined,
): Promise<CrashReport> {
  const chance = chanceOf(seed);
  const ledger = newLedger();
  const scene = await startCrashScene(engine);
  const counted: Partial<Record<KillKind, number>> = {};
  const faults: Faults = { lost: new Set(), half: new Set() };
  let inFlight = 0;
  let slowestRecoveryMs = 0;
  try {
    const crowd = await startCrowd(scene, ledger, chanceOf(seed + 1), clients);
    const enoughAt = performance.now() + minutes * 60_000;
    for (let number = 1; number <= kills && performance.now() < enoughAt; number += 1) {
      // Each kind has its turn, in an order that the seed says.
      const kind = number <= scene.kinds.length ? scene.kinds[number - 1] : chance.oneOf(scene.kinds);
      if (!kind) continue;
      await delay(chance.between(...LIFE_MS));
      const out = crowd.inFlight();
      inFlight += out;
      const recoveryMs = await scene.crash(kind);
      slowestRecoveryMs = Math.max(slowestRecoveryMs, recoveryMs);
      counted[kind] = (counted[kind] ?? 0) + 1;
      await look(scene, crowd, ledger, faults);
      told(
        `${number}: ${kind}, ${out} in flight, back in ${ms(recoveryMs)}; ` +
          `${crowd.count.acknowledged} acknowledged, ${faults.lost.size} lost, ${faults.half.size} half`,
      );
    }
    await crowd.end();
    const runs = await untilRunsEnd(scene);
    await look(scene, undefined, ledger, faults);
    const auditEntries = await scene.withStore(({ client }) => client.auditEntry.count());
    return {
      ...crowd.count,
      ...{ kills: counted, inFlight, slowestRecoveryMs, auditEntries },
      ...runs,
      lost: [...faults.lost],
      half: [...faults.half],
    };
  } catch (error) {
    told(scene.printed());
    throw error;
  } finally {
    await scene.stop();
  }
}

type Faults = Readonly<{ lost: Set<string>; half: Set<string> }>;

/** Holds the store against the ledger while no request is out. */
async function look(
  scene: CrashScene,
  crowd: Crowd | undefined,
  ledger: Ledger,
  { lost, half }: Faults,
): Promise<void> {
  await crowd?.pause();
  await scene.withStore(async (store) => {
    for (const line of await lostThings(store, ledger)) lost.add(line);
    for (const line of await halfThings(store)) half.add(line);
  });
  crowd?.resume();
}

/** Waits until the queue is empty, and tells how long each run took once a worker was there for it. */
async function untilRunsEnd(
  scene: CrashScene,
): Promise<Pick<CrashReport, 'runs' | 'takenUpAgain' | 'stuck' | 'slowestRunMs'>> {
  const limitMs = LEASE_MS + scene.settings.probe.limits.runMs + RUN_GRACE_MS;
  const open = { state: { in: ['queued', 'running'] } };
  const giveUpAt = performance.now() + limitMs;
  const left = () => scene.withStore(({ client }) => client.validationRun.count({ where: open }));
  while ((await left()) > 0 && performance.now() < giveUpAt) await delay(200);
  const rows = await scene.withStore(({ client }) => client.validationRun.findMany());
  const starts = scene.workerStarts().map((at) => at.getTime());
  let slowestRunMs = 0;
  const stuck: string[] = [];
  for (const run of rows) {
    const endedAt = run.finishedAt?.getTime();
    if (endedAt === undefined) {
      stuck.push(`validation ${run.id} is ${run.state}`);
      continue;
    }
    const beganAt = Math.max(run.requestedAt.getTime(), ...starts.filter((at) => at < endedAt));
    slowestRunMs = Math.max(slowestRunMs, endedAt - beganAt);
    if (endedAt - beganAt > limitMs) stuck.push(`validation ${run.id} took ${endedAt - beganAt} ms`);
  }
  const takenUpAgain = rows.filter(({ attempt }) => attempt > 1).length;
  return { runs: rows.length, takenUpAgain, stuck, slowestRunMs };
}

function crashFigures(report: CrashReport): Figure[] {
  const none = (name: string, lines: readonly string[]): Figure => ({
    name,
    value: lines.length === 0 ? '0' : `${lines.length}: ${lines.slice(0, 20).join('; ')}`,
    aim: '0',
    met: lines.length === 0,
  });
  const total = Object.values(report.kills).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(report.kills).map(([kind, count]) => `${kind} ${count}`);
  return [
    { name: 'Kills', value: `${total} (${kinds.join(', ')})` },
    { name: 'Acknowledged writes', value: `${report.acknowledged}, refused ${report.refused}` },
    {
      name: 'Requests out at a kill',
      value: `${report.inFlight}; without an answer ${report.unanswered}, of which found done ${report.foundDone}`,
    },
    none('Lost, or done twice', report.lost),
    none('Half there', report.half),
    { name: 'Audit entries in an unbroken chain', value: String(report.auditEntries) },
    { name: 'Validations', value: `${report.runs}, ${report.takenUpAgain} taken up again by another worker` },
    none('Validations that are stuck', report.stuck),
    { name: 'Slowest recovery, kill to answer', value: ms(report.slowestRecoveryMs) },
    { name: 'Slowest validation, once a worker was there', value: ms(report.slowestRunMs) },
  ];
}
