import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { planFor } from '../../e2e/support/smart-hosts/probe-run';
import type { ValidationEvent } from '../mailflow/observation';
import type { SmartHost } from '../mailflow/smart-host';
import { visitAddress } from './dialogue';
import { createResolver } from './dns-resolver';
import { Gate } from './gate';
import { memorySocket, type ServerTurn } from './memory-socket-for-tests';
import { type Purpose, randomOf, randomServer } from './random-dialogue-for-tests';
import { REPLY_BOUNDS, ReplyReader } from './reply-reader';
import { Run } from './run';
import { TRANSCRIPT_MAX } from './transcript';
import { VirtualTime } from './virtual-time-for-tests';

/** The same seed gives the same servers; a failure names the one that showed it. */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const DIALOGUES = Number(process.env.FUZZ_DIALOGUES ?? 100_000);

const LIMITS = {
  connectMs: 5_000,
  bannerMs: 10_000,
  commandMs: 10_000,
  tlsMs: 8_000,
  quitMs: 1_500,
  runMs: 30_000,
};
/** All that is told of one visit, as JSON: the transcript, and a few replies at their longest. */
const TOLD_MAX = TRANSCRIPT_MAX + 10 * REPLY_BOUNDS.replyBytes;
const MEMORY_MAX = 300_000_000;
/** Turns of the event loop without a sign of life before time passes, and before a visit is said to hang. */
const IDLE_TURNS = 5;
const TURNS_MAX = 5_000;

const USUAL = ['ok', 'reply', 'notSmtp', 'tooLong', 'timeout', 'reset', 'closed'];
const WAYS = [
  ...['banner', 'quit'].flatMap((stage) => USUAL.map((way) => `${stage} ${way}`)),
  ...['ehlo', 'starttls', 'mailFrom', 'rcptTo', 'data', 'asked mailFrom', 'asked rcptTo'].flatMap((stage) =>
    [...USUAL, 'outOfTurn'].map((way) => `${stage} ${way}`),
  ),
  ...['starttls starttlsNotOffered', 'starttls plaintextAfterStarttls'],
  ...['tls tlsHandshake', 'tls plaintextAfterStarttls'],
];

const HOST: SmartHost = { kind: 'ipv4', host: '192.0.2.25', port: 25 };
const PLAN = planFor({ address: HOST.host, port: HOST.port });
const REFUSALS = { unknownLocalPart: 'nobody-7f3a', foreignRecipient: 'x@example.com' };
const SHARED = {
  host: HOST,
  recipients: PLAN.recipients,
  hostNumber: 1,
  address: HOST.host,
  secureContext: createSecureContext(),
};
const NOBODY_ELSE = { address: HOST.host, end: () => {}, pass: () => {}, leave: () => {} };
const { signal } = new AbortController();
const resolver = createResolver([]);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let time: VirtualTime;
beforeEach(() => {
  time = new VirtualTime();
});
afterEach(() => vi.unstubAllGlobals());

/** Has one visit from beginning to end; throws where it hangs or leaves something open. */
async function visit(
  turns: readonly ServerTurn[],
  { sends, asks }: Purpose,
): Promise<readonly ValidationEvent[]> {
  const events: ValidationEvent[] = [];
  const now = () => time.now;
  const run = new Run(LIMITS, now, signal);
  const sockets: Socket[] = [];
  const connect = (): Socket => {
    const socket = memorySocket(turns);
    sockets.push(socket);
    return socket;
  };
  let isOver = false;
  const work = visitAddress({
    ...SHARED,
    run,
    plan: { ...PLAN, ...(asks && { refusals: REFUSALS }) },
    gate: new Gate(run, undefined),
    deps: { resolver, now, signal, connect },
    emit: (event) => void events.push(event),
    transcriptBudget: { left: TRANSCRIPT_MAX },
    messages: { ...NOBODY_ELSE, claim: async () => sends },
  }).finally(() => {
    isOver = true;
  });
  for (let turnsDone = 1; !isOver; turnsDone += 1) {
    await turn();
    // Only the run's own deadline: it is busy with something else than waiting.
    if (turnsDone % IDLE_TURNS === 0 && time.timers > 1) time.advance();
    if (turnsDone > TURNS_MAX) throw new Error('It hangs');
  }
  await work;
  run.close();
  if (sockets.some(({ destroyed }) => !destroyed)) throw new Error('A socket is left open');
  if (time.timers > 0) throw new Error('A timer is left running');
  return events;
}

/** What a reader makes of `pieces`, asked after each one; as text. */
function readAll(pieces: Iterable<Uint8Array>): string {
  const reader = new ReplyReader();
  let told = '';
  for (const piece of pieces) {
    reader.push(piece);
    for (let next = reader.next(); next; next = reader.next()) {
      told += JSON.stringify(next);
      if (!next.ok) return told;
    }
  }
  return told;
}

function check(told: string, what: string): void {
  if (told.length > TOLD_MAX) throw new Error(`${what}: ${told.length} characters are too many`);
  if (!/^[\x20-\x7e]*$/.test(told)) throw new Error(`${what}: there are characters that can't be shown`);
}

test(`${DIALOGUES} servers, honest, damaged and mad: no throw, no hang, no end of memory`, async () => {
  const memoryBefore = process.memoryUsage.rss();
  let memoryMax = memoryBefore;
  const stages = new Set<string>();
  for (let number = 0; number < DIALOGUES; number += 1) {
    const random = randomOf(SEED * 1_000_003 + number);
    // The message is written in one of twenty only: that takes longer than all the rest.
    const purpose: Purpose = { sends: random.below(20) === 0, asks: random.below(4) === 0 };
    const turns = randomServer(random, purpose);
    try {
      check(readAll(turns.flatMap(({ pieces }) => pieces)), 'reader');
      const events = await visit(turns, purpose);
      check(JSON.stringify(events), 'dialogue');
      for (const event of events)
        if (event.kind === 'stageEnded')
          stages.add(`${event.check ? 'asked ' : ''}${event.stage} ${event.failure?.kind ?? 'ok'}`);
    } catch (error) {
      throw new Error(`Dialogue ${number} of seed ${SEED} (FUZZ_SEED)`, { cause: error });
    }
    if (number % 1_000 === 999) memoryMax = Math.max(memoryMax, process.memoryUsage.rss());
  }
  expect(memoryMax - memoryBefore).toBeLessThan(MEMORY_MAX);
  // Every stage was reached, and ended in every way that it can.
  if (DIALOGUES >= 50_000) expect(WAYS.filter((way) => !stages.has(way))).toEqual([]);
}, 300_000);
