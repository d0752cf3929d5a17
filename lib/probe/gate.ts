// Waits for leave to connect: the console's own limits, which its workers share, protect other people's servers.
// Refuses to wait where too little of the run would be left for a dialogue.
import type { Failure } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import type { Run } from './run';

/** Whom a connection is for: a machine that does both has a budget for each, so that neither waits for the other. */
export type Service = 'mail' | 'policy';

/**
 * One connection to `address`, or why not now. `used`: the limit lets none through before `retryAt`. `busy`: another
 * connection is open, until `retryAt` at the latest. What was granted must be released.
 */
export type MayConnect = (address: string, service: Service) => Promise<Admission>;
export type Admission =
  | Readonly<{ ok: true; release: () => Promise<void> }>
  | Readonly<{ ok: false; why: 'used' | 'busy'; retryAt: Date; retryAfterMs: number }>;

/** Leave for one connection. Giving it back twice does nothing. */
export type Pass = Readonly<{ leave: () => Promise<void> }>;

const BUSY_POLL_MS = 200;

/** One run's way in. */
export class Gate {
  readonly #run: Run;
  readonly #mayConnect: MayConnect | undefined;
  readonly #service: Service;
  readonly #passes = new Map<string, Pass>();

  constructor(run: Run, mayConnect: MayConnect | undefined, service: Service = 'mail') {
    this.#run = run;
    this.#mayConnect = mayConnect;
    this.#service = service;
  }

  /**
   * Fails with `budget`, or the run's end. Throws what `mayConnect` throws. `keepMs` of the run are not waited away: whoever
   * is let in last must still have the time that a greeting may take.
   */
  async enter(address: string, keepMs = this.#run.limits.bannerMs): Promise<Answer<Pass>> {
    const run = this.#run;
    for (;;) {
      if (run.ended) return failed(run.ended);
      const admission = (await this.#mayConnect?.(address, this.#service)) ?? OPEN;
      if (admission.ok) {
        const pass = this.#pass(address, admission.release);
        if (!run.ended) return got(pass);
        await pass.leave();
        continue;
      }
      const { why, retryAt, retryAfterMs } = admission;
      const waitMs = why === 'busy' ? BUSY_POLL_MS : retryAfterMs;
      if (run.leftMs - waitMs < keepMs) return failed(held(why, retryAt));
      await run.pause(waitMs);
    }
  }

  /**
   * Lets others in while the connection to `address` is idle because it waits for another of this run: else two
   * validations whose servers are in opposite order would wait for each other.
   */
  async lend<T>(address: string, wait: () => Promise<T>): Promise<T> {
    await this.#passes.get(address)?.leave();
    return wait();
  }

  #pass(address: string, release: () => Promise<void>): Pass {
    let isLeft = false;
    const pass: Pass = {
      leave: async () => {
        if (isLeft) return;
        isLeft = true;
        if (this.#passes.get(address) === pass) this.#passes.delete(address);
        await release();
      },
    };
    this.#passes.set(address, pass);
    return pass;
  }
}

const OPEN: Admission = { ok: true, release: async () => undefined };

const held = (why: 'used' | 'busy', retryAt: Date): Failure => ({
  kind: 'budget',
  why,
  retryAt: retryAt.toISOString(),
});
