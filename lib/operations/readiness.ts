// Whether this console can answer people: asked by load balancers and service managers, who are nobody.
// Says one word and no more: no version, no address, no cause, which is in the log.
import { setTimeout as delay } from 'node:timers/promises';
import { sessionKeyInForce } from '../data/session-key';
import type { Store } from '../data/store';
import { migrationNames, tablesState } from '../data/tables';
import { log } from '../log';

/**
 * `database`: it does not answer in time. `tables`: they are not those of this version. `secret`: a console that started later
 * signs sessions with another AUTH_SECRET, so that people would be signed out at every other click.
 */
export type Readiness = 'ready' | 'database' | 'tables' | 'secret';

/** How long the database may take to answer. */
export const READY_LIMIT_MS = 2_000;

/**
 * A question that goes on asking one database, however many ask it: a stranger who asks often costs one query at a time.
 * The answer comes within `limitMs`, and is no older than that. `signsWith` is the fingerprint of this console's own secret.
 */
export function readinessOf(
  open: () => Promise<Store>,
  signsWith: () => string,
  limitMs = READY_LIMIT_MS,
): () => Promise<Readiness> {
  let looking: Promise<Readiness> | undefined;
  let before: Readiness = 'ready';
  const look = async (): Promise<Readiness> => {
    const asked = await ask(open, signsWith, limitMs);
    if (asked !== before && asked !== 'ready') log.warn({ reason: asked }, 'The console is not ready');
    if (asked !== before && asked === 'ready') log.info('The console is ready again');
    before = asked;
    return asked;
  };
  return () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
}

const TROUBLE = { unreachable: 'database', otherVersion: 'tables' } as const;

async function ask(open: () => Promise<Store>, signsWith: () => string, limitMs: number): Promise<Readiness> {
  const late = new AbortController();
  try {
    const answer = answerOf(open, signsWith);
    return await Promise.race([
      answer,
      delay(limitMs, 'database' as const, { signal: late.signal, ref: false }),
    ]);
  } finally {
    late.abort();
  }
}

async function answerOf(open: () => Promise<Store>, signsWith: () => string): Promise<Readiness> {
  try {
    const store = await open();
    const state = await tablesState(store, await migrationNames(store.provider));
    if (state !== 'current') return TROUBLE[state];
    return [undefined, signsWith()].includes(await sessionKeyInForce(store)) ? 'ready' : 'secret';
  } catch (error) {
    log.debug({ err: error }, 'The database could not be opened');
    return 'database';
  }
}
