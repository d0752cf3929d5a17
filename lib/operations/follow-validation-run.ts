// Follows one validation run for as long as somebody looks: reads the rows of the store, so any replica can serve it,
// whichever worker runs it. Ends with the run, after a bounded time, or when the looker goes. Changes nothing.
import { setTimeout as delay } from 'node:timers/promises';
import { eventsAfter, findRun, type ValidationRun } from '../data/validation-runs';
import type { ValidationEvent } from '../mailflow/observation';
import { foldStages, stageKey } from '../mailflow/stage-rows';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { toView, type ValidationRunView } from './validation-run-view';

/** How often the store is asked while somebody looks. */
const LOOK_MS = 100;
/** A sign of life so often where nothing changes, for proxies that end silent connections. */
const ALIVE_MS = 10_000;
/** Whoever looks longer asks again, and is asked again who they are. */
const LIFETIME_MS = 60_000;

/**
 * The run as of `position`. Where not `whole`, its stages are those that began or ended since the last position, and
 * its transcripts those behind the ones already told.
 */
export type RunUpdate = Readonly<{ position: string; whole: boolean; run: ValidationRunView }>;

type Sequenced = Readonly<{ sequence: number; event: ValidationEvent }>;

export type FollowInput = Readonly<{
  id: string;
  /** The position of the update that was heard last; without one, or with one that is none, the first is whole. */
  after?: string | undefined;
}>;

/** Updates as they come, the first at once; `alive` now and then between them. Problem: `notFound`. */
export async function followValidationRun(
  context: OperationContext,
  { id, after }: FollowInput,
  signal: AbortSignal,
): Promise<Outcome<AsyncGenerator<RunUpdate | 'alive'>>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  if (!(await findRun(context.store, id))) return problem({ kind: 'notFound' });
  return done(follow(context, id, readPosition(after), signal));
}

type Position = Readonly<{ attempt: number; sequence: number }>;

async function* follow(
  { store, now }: OperationContext,
  id: string,
  heard: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<RunUpdate | 'alive'> {
  const endsAt = now().getTime() + LIFETIME_MS;
  let told = heard;
  let row = '';
  let spokeAt = now().getTime();
  let known: Readonly<{ attempt: number; events: readonly Sequenced[] }> = { attempt: 0, events: [] };
  while (!signal.aborted && now().getTime() < endsAt) {
    const run = await findRun(store, id);
    if (!run) return;
    // Another worker that takes a run up begins it anew.
    const earlier = known.attempt === run.attempt && run.state !== 'queued' ? known.events : [];
    const fresh = run.state === 'queued' ? [] : await eventsAfter(store, id, earlier.at(-1)?.sequence ?? 0);
    known = { attempt: run.attempt, events: [...earlier, ...fresh] };
    const position = { attempt: run.attempt, sequence: known.events.at(-1)?.sequence ?? 0 };
    const isNews = rowOf(run) !== row || told === undefined || textOf(position) !== textOf(told);
    if (isNews) {
      yield updateOf(run, known.events, told, position, now());
      [told, row, spokeAt] = [position, rowOf(run), now().getTime()];
    } else if (now().getTime() - spokeAt > ALIVE_MS) {
      yield 'alive';
      spokeAt = now().getTime();
    }
    if (isOver(run)) return;
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}

function updateOf(
  run: ValidationRun,
  rows: readonly Sequenced[],
  told: Position | undefined,
  position: Position,
  now: Date,
): RunUpdate {
  const view = toView(
    run,
    rows.map(({ event }) => event),
    now,
  );
  const isNext =
    told !== undefined && told.attempt === position.attempt && told.sequence <= position.sequence;
  // At its end a run forgets what had only begun.
  if (!isNext || isOver(run)) return { position: textOf(position), whole: true, run: view };
  const news = rows.flatMap(({ sequence, event }) => (sequence > told.sequence ? [event] : []));
  const changed = new Set(foldStages(news).map(stageKey));
  const added = news.filter(({ kind }) => kind === 'transcript').length;
  const { stages, transcripts } = view;
  return {
    position: textOf(position),
    whole: false,
    run: {
      ...view,
      stages: stages.filter((stage) => changed.has(stageKey(stage))),
      transcripts: transcripts.slice(transcripts.length - added),
    },
  };
}

const isOver = ({ state }: ValidationRun): boolean => state === 'finished' || state === 'cancelled';

/** What a reader sees of the run beside its events. */
const rowOf = ({ state, attempt, cancelRequestedAt }: ValidationRun): string =>
  `${state} ${attempt} ${cancelRequestedAt !== undefined}`;

const textOf = ({ attempt, sequence }: Position): string => `${attempt}.${sequence}`;

function readPosition(text: string | undefined): Position | undefined {
  const [, attempt, sequence] = /^(\d{1,9})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return attempt === undefined ? undefined : { attempt: Number(attempt), sequence: Number(sequence) };
}
