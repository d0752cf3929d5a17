// One validation run: its clock, its absolute deadline, its cancellation. Every wait on the wire goes through it.
import type { Failure } from '../mailflow/observation';
import { type Answer, failed } from './answer';

/** How long each wait may take at most, in milliseconds. `runMs` bounds the whole run. */
export type ProbeLimits = Readonly<{
  connectMs: number;
  bannerMs: number;
  commandMs: number;
  tlsMs: number;
  quitMs: number;
  runMs: number;
}>;

/** Starts when made; must be closed, or its timer stays. */
export class Run {
  readonly #now: () => number;
  readonly #signal: AbortSignal;
  readonly #startedAt: number;
  readonly #listeners = new Set<(failure: Failure) => void>();
  readonly #deadline: NodeJS.Timeout;
  readonly #onAbort = () => this.#end({ kind: 'cancelled' });
  #ended: Failure | undefined;
  #lastAt = 0;

  constructor(
    readonly limits: ProbeLimits,
    now: () => number,
    signal: AbortSignal,
  ) {
    this.#now = now;
    this.#signal = signal;
    this.#startedAt = now();
    this.#deadline = setTimeout(() => this.#end({ kind: 'deadline', limitMs: limits.runMs }), limits.runMs);
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** `deadline` or `cancelled` once the run is over. */
  get ended(): Failure | undefined {
    return this.#ended;
  }

  /** Milliseconds until the run is over at the latest. */
  get leftMs(): number {
    return this.#ended ? 0 : Math.max(0, this.limits.runMs - this.at());
  }

  /** Milliseconds since the run began, to a tenth; never less than before. */
  at(): number {
    this.#lastAt = Math.max(this.#lastAt, Math.round((this.#now() - this.#startedAt) * 10) / 10);
    return this.#lastAt;
  }

  /**
   * Waits for `begin` to settle, `limitMs` at most and never beyond the run's end. `begin` may settle at once;
   * it returns what undoes its listeners, called exactly once however the wait ends.
   */
  wait<T>(limitMs: number, begin: (settle: (answer: Answer<T>) => void) => () => void): Promise<Answer<T>> {
    if (this.#ended) return Promise.resolve(failed(this.#ended));
    return new Promise((resolve) => {
      let stop: (() => void) | undefined;
      let isSettled = false;
      const settle = (answer: Answer<T>): void => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(timer);
        this.#listeners.delete(onEnd);
        stop?.();
        resolve(answer);
      };
      const onEnd = (failure: Failure): void => settle(failed(failure));
      const timer = setTimeout(() => settle(failed({ kind: 'timeout', limitMs })), limitMs);
      this.#listeners.add(onEnd);
      stop = begin(settle);
      if (isSettled) stop();
    });
  }

  /** Waits for so long, or until the run's end. */
  async pause(ms: number): Promise<void> {
    await this.wait<never>(ms, () => () => {});
  }

  close(): void {
    clearTimeout(this.#deadline);
    this.#signal.removeEventListener('abort', this.#onAbort);
  }

  #end(failure: Failure): void {
    if (this.#ended) return;
    this.#ended = failure;
    for (const listener of [...this.#listeners]) listener(failure);
  }
}
