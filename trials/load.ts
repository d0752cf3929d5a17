// npm run trial -- load [--users 50] [--minutes 2] [--rows 1000] [--soak 10]: a production console under the work of many admins,
// then its list page beside postfixadmin's. With --soak it works for so many minutes more, and its memory is watched.
import { parseArgs } from 'node:util';
import { type Figure, ms, spread } from '../bench/figures';
import { addConnectors, type connectorNumber } from '../bench/many-connectors';
import { ADMIN, startConsole, type TestConsole } from '../e2e/support/console';
import { type Person, sessionCookies } from '../e2e/support/people';
import { strangerAt } from '../e2e/support/stranger';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import { buildConsole } from '../scripts/build-console';
import { type Hammered, hammer } from './hammer';
import { type Answered, atWork, type LoadOptions, type LoadScene, type User } from './load-users';
import {
  FLAT_SHARE,
  isFlat,
  type MemorySample,
  processesOf,
  residentMb,
  trendOf,
  type Watched,
} from './memory';
import { startPostfixAdmin } from './postfixadmin';

const THINK_MS = 2_000;
const SAMPLE_MS = 5_000;
/** Of a soak: caches fill, code is compiled, the heap finds its size. */
const WARM_UP_SHARE = 0.3;
const COMPARED_CLIENTS = 10;
const COMPARED_MS = 15_000;

export async function load(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: {
      users: { type: 'string', default: '50' },
      minutes: { type: 'string', default: '2' },
      rows: { type: 'string', default: '1000' },
      soak: { type: 'string', default: '0' },
    },
  });
  const [users, minutes, rows, soakMinutes] = [values.users, values.minutes, values.rows, values.soak].map(
    Number,
  );
  if (!users || !rows || minutes === undefined || soakMinutes === undefined)
    throw new Error('These are no numbers.');
  await buildConsole();
  const console = await startConsole();
  try {
    const scene = await fillScene(console, users, rows);
    const options = { thinkMs: THINK_MS, chance: Math.random };
    const figures: Figure[] = [];
    if (minutes > 0) figures.push(...(await loaded(scene, { ...options, durationMs: minutes * 60_000 })));
    if (minutes > 0) figures.push(...(await beside(scene, rows)));
    if (soakMinutes > 0)
      figures.push(...(await soaked(console, scene, { ...options, durationMs: soakMinutes * 60_000 })));
    return figures;
  } finally {
    await console.stop();
  }
}

/** `rows` connectors, and so many admins with a session each; every connector that is off belongs to one of them. */
export async function fillScene(console: TestConsole, users: number, rows: number): Promise<LoadScene> {
  const { store, settings, url } = console;
  const people = Array.from(
    { length: users },
    (_, at): Person => ({ ...ADMIN, email: `admin${at}@contoso.test` }),
  );
  for (const person of people) await console.addPerson(person);
  await addConnectors({ store }, rows);
  const stored = await store.client.connector.findMany({
    select: { id: true, enabled: true, versions: { select: { settings: true } } },
  });
  const off = stored.filter(({ enabled }) => !enabled);
  const shareOf = (at: number) =>
    off
      .filter((_, index) => index % users === at)
      .map(({ id, versions }) => {
        const settingsOf = versions[0]?.settings as unknown as ReturnType<typeof connectorNumber>;
        return { id, draft: fromConnector(settingsOf), version: 1 };
      });
  const signedIn = await Promise.all(
    people.map(async (person, at): Promise<User> => {
      const cookies = await sessionCookies(store, settings, person);
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      return { caller: { cookie, origin: url }, own: shareOf(at) };
    }),
  );
  const connectorIds = stored.map(({ id }) => id);
  return {
    stranger: await strangerAt(url),
    users: signedIn,
    connectorIds,
    goodHost: console.host('good').name,
  };
}

/** The mixed load and what came of it. */
export async function loaded(scene: LoadScene, options: LoadOptions): Promise<Figure[]> {
  const beganAt = performance.now();
  const answers = await atWork(scene, options);
  return answerFigures(answers, performance.now() - beganAt, scene.users.length);
}

function answerFigures(answers: readonly Answered[], elapsedMs: number, users: number): Figure[] {
  const good = answers.filter(({ error }) => error === undefined);
  const errors = answers.flatMap(({ kind, error }) => (error === undefined ? [] : [`${kind}: ${error}`]));
  for (const error of new Set(errors)) console.error(`  ${error}`);
  const timed = (name: string, some: readonly Answered[]): Figure => {
    if (some.length === 0) return { name, value: 'none was asked for' };
    const { median, p95, p99 } = spread(some.map((answer) => answer.ms));
    return { name, value: `${some.length} answers, p50 ${ms(median)}, p95 ${ms(p95)}, p99 ${ms(p99)}` };
  };
  const perSecond = (good.length / elapsedMs) * 1_000;
  return [
    {
      name: `${users} users for ${Math.round(elapsedMs / 1_000)} s`,
      value: `${perSecond.toFixed(1)} answers a second`,
    },
    timed('  all', good),
    ...[...new Set(good.map(({ kind }) => kind))].map((kind) =>
      timed(
        `  ${kind}`,
        good.filter((answer) => answer.kind === kind),
      ),
    ),
    { name: '  errors', value: String(errors.length), aim: '0', met: errors.length === 0 },
  ];
}

/** One after the other, at the same concurrency, with the same number of rows; our page has 25. */
async function beside(scene: LoadScene, rows: number): Promise<Figure[]> {
  const [user] = scene.users;
  if (!user) return [];
  const ours = async (): Promise<void> => {
    const answer = await scene.stranger.get('/connectors', user.caller);
    const text = await answer.text();
    if (!answer.ok || !text.includes(' branch ')) throw new Error(`The list did not come: ${answer.status}.`);
  };
  const peer = await startPostfixAdmin(rows);
  if (typeof peer === 'string') return [{ name: 'postfixadmin', value: `skipped: ${peer}`, skipped: true }];
  try {
    const options = { clients: COMPARED_CLIENTS, durationMs: COMPARED_MS };
    const shown = ({ perSecond, medianMs, p95Ms }: Hammered): string =>
      `${perSecond.toFixed(1)} pages a second, p50 ${ms(medianMs)}, p95 ${ms(p95Ms)}`;
    const mine = await hammer(ours, options);
    const figures: Figure[] = [
      {
        name: `list of ${rows}, ${COMPARED_CLIENTS} clients: Mailspan, one process, SQLite`,
        value: shown(mine),
      },
    ];
    for (const { name, read } of peer.lists) {
      const theirs = await hammer(read, options);
      const [rate, wait] = [mine.perSecond / theirs.perSecond, mine.p95Ms / theirs.p95Ms];
      const ratio = `Mailspan has ${rate.toFixed(2)} × the pages, ${wait.toFixed(2)} × the p95`;
      figures.push({ name: `  ${peer.described}: ${name}`, value: `${shown(theirs)}; ${ratio}` });
    }
    return figures;
  } finally {
    await peer.close();
  }
}

async function soaked(console: TestConsole, scene: LoadScene, options: LoadOptions): Promise<Figure[]> {
  const watched = await processesOf(console.settings.dataDir);
  const series = new Map(watched.map((one) => [one, [] as MemorySample[]]));
  const beganAt = performance.now();
  const look = async (): Promise<void> => {
    for (const [{ pid }, samples] of series) {
      const megabytes = await residentMb(pid);
      if (megabytes !== undefined) samples.push({ atMs: performance.now() - beganAt, megabytes });
    }
  };
  const timer = setInterval(() => void look(), SAMPLE_MS);
  const figures = await loaded(scene, options).finally(() => clearInterval(timer));
  if (watched.length < 2)
    return [...figures, { name: '  memory', value: 'skipped: only Linux tells', skipped: true }];
  return [...figures, ...[...series].map(([one, samples]) => memoryFigure(one, samples))];
}

function memoryFigure({ name }: Watched, samples: readonly MemorySample[]): Figure {
  const after = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  const trend = trendOf(after);
  const most = Math.max(...samples.map(({ megabytes }) => megabytes));
  return {
    name: `  memory of the ${name}, after ${Math.round(WARM_UP_SHARE * 100)} % of the time`,
    value: `mean ${trend.meanMb.toFixed(0)} MB, ${trend.perMinuteMb.toFixed(2)} MB a minute over ${trend.minutes.toFixed(1)} minutes, most ${most.toFixed(0)} MB`,
    aim: `a line that rises by ≤ ${FLAT_SHARE * 100} % of the mean`,
    met: isFlat(trend),
  };
}
