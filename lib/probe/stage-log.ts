// Reports each stage as it begins and ends, with its times. Holds no opinion of how it went.
import type { Observation, Stage } from '../mailflow/observation';
import type { Answer } from './answer';
import type { Emit } from './probe-plan';
import type { Run } from './run';

/** What one stage showed, without its times and place. */
export type StageFacts = Omit<
  Observation,
  'stage' | 'host' | 'port' | 'address' | 'recipient' | 'startedAtMs' | 'durationMs'
>;

export type Place = Pick<Observation, 'host' | 'port' | 'address'>;

export class StageLog {
  readonly #run: Run;
  readonly #emit: Emit;
  readonly #place: Place;

  constructor(run: Run, emit: Emit, place: Place) {
    this.#run = run;
    this.#emit = emit;
    this.#place = place;
  }

  /** Runs `work` as one stage and hands its facts on. */
  async record<F extends StageFacts>(
    stage: Stage,
    work: () => Promise<F>,
    about: Pick<Observation, 'recipient' | 'check'> = {},
  ): Promise<F> {
    const begun = { ...this.#place, stage, ...about, startedAtMs: this.#run.at() };
    this.#emit({ kind: 'stageStarted', ...begun });
    const facts = await work();
    const durationMs = Math.round((this.#run.at() - begun.startedAtMs) * 10) / 10;
    this.#emit({ kind: 'stageEnded', ...begun, durationMs, ...facts });
    return facts;
  }
}

/** A reply as facts: a failure unless its code begins with `hoped`. */
export function replyFacts(
  answer: Answer<NonNullable<Observation['reply']>>,
  hoped: 2 | 3,
): Pick<StageFacts, 'failure' | 'reply'> {
  if (!answer.ok) return { failure: answer.failure };
  const reply = answer.value;
  return Math.floor(reply.code / 100) === hoped ? { reply } : { reply, failure: { kind: 'reply', reply } };
}
