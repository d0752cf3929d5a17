// Makes up what servers say: honest replies, the same damaged in many ways, and noise. The same number gives the same server.
import type { ServerTurn } from './memory-socket-for-tests';

export type Random = Readonly<{
  /** A whole number from 0 up to, and not, `end`. */
  below: (end: number) => number;
  pick: <T>(list: readonly [T, ...T[]]) => T;
}>;

/** Mulberry32: small, fast, and good enough to make things up. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

/** What the client came for, beside greeting, MAIL, RCPT and QUIT: DATA, and the three questions about what is refused. */
export type Purpose = Readonly<{ sends: boolean; asks: boolean }>;

/** An honest reply first, then others that a server may give there. */
type Replies = readonly [string, ...string[]];

const BANNER: Replies = [
  '220 mx.demo.test ESMTP\r\n',
  '220-mx.demo.test\r\n220 ready\r\n',
  '554 5.7.1 No\r\n',
  '421 4.7.0 Busy\r\n',
];
const EHLO: Replies = [
  '250-mx.demo.test\r\n250-SIZE 1000\r\n250 8BITMIME\r\n',
  '250 mx\r\n',
  '502 5.5.1 What?\r\n',
];
const EHLO_WITH_STARTTLS: Replies = ['250-mx.demo.test\r\n250-STARTTLS\r\n250 SIZE\r\n'];
const NO_STARTTLS: Replies = ['454 4.7.0 Not now\r\n', '501 5.5.4 No\r\n', '530 5.7.0 No\r\n'];
const STARTTLS: Replies = ['220 2.0.0 Go ahead\r\n', '220 Go ahead\r\n250 mx\r\n'];
const MAIL: Replies = ['250 2.1.0 Ok\r\n', '250 ok\r\n', '550 5.1.8 No\r\n'];
const RCPT: Replies = ['250 2.1.5 Ok\r\n', '450 4.7.1 Greylisted\r\n', '550 5.1.1 User unknown\r\n'];
const DATA: Replies = ['354 Go on\r\n', '452 4.3.1 Full\r\n'];
const MESSAGE: Replies = ['250 2.0.0 Ok: queued as 4Fz\r\n', '552 5.3.4 Too big\r\n'];
const RSET: Replies = ['250 2.0.0 Ok\r\n', '502 5.5.1 What?\r\n'];
const QUIT: Replies = ['221 2.0.0 Bye\r\n', '500 5.5.1 Stay\r\n'];

/** Nearly always in clear text: a handshake, even one that breaks, costs as much as fifty dialogues. */
function honestDialogue(random: Random, { sends, asks }: Purpose): readonly Replies[] {
  const isTls = random.below(400) === 0;
  const refusesTls = !isTls && random.below(8) === 0;
  return [
    BANNER,
    isTls || refusesTls ? EHLO_WITH_STARTTLS : EHLO,
    ...(isTls ? [STARTTLS] : []),
    ...(refusesTls ? [NO_STARTTLS] : []),
    ...[MAIL, RCPT],
    ...(sends ? [DATA, MESSAGE] : []),
    ...(asks ? [1, 2, 3].flatMap(() => [RSET, MAIL, RCPT]) : []),
    QUIT,
  ];
}

type Damage = (bytes: Buffer, random: Random) => Buffer;

const spliced = (bytes: Buffer, at: number, gone: number, come: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), come, bytes.subarray(at + gone)]);
const noise = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.below(256)));

const DAMAGES: readonly [Damage, ...Damage[]] = [
  (bytes, random) => spliced(bytes, random.below(bytes.length + 1), 1, noise(random, 1)),
  (bytes, random) => spliced(bytes, random.below(bytes.length + 1), 0, noise(random, 1 + random.below(8))),
  (bytes, random) => spliced(bytes, random.below(bytes.length + 1), 1 + random.below(4), Buffer.alloc(0)),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes, random) => spliced(bytes, 0, 3, Buffer.from(String(random.below(1_000)).padStart(3, '0'))),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(' ', '-'), 'latin1'),
  (bytes, random) => spliced(bytes, 4, 0, Buffer.alloc(random.pick([1, 500, 2_040, 2_050, 20_000]), 0x61)),
  (bytes, random) =>
    spliced(bytes, 0, 0, Buffer.from('250-more\r\n'.repeat(random.pick([1, 98, 101, 2_000])))),
  (bytes, random) =>
    spliced(bytes, 0, 0, Buffer.from(random.pick(['\r\n', '\0', '\n', ' ', '\x1b[2J', '\u202e']))),
  (_bytes, random) => noise(random, random.below(200)),
  (_bytes, random) => Buffer.alloc(random.pick([0, 3_000, 140_000]), random.pick([0x32, 0x0a, 0x00, 0xff])),
];

/** A server's turns before a client with this `purpose`: mostly one of them damaged, some an unusual reply, some an end. */
export function randomServer(random: Random, purpose: Purpose): readonly ServerTurn[] {
  const dialogue = honestDialogue(random, purpose);
  const damaged = random.below(dialogue.length + 1);
  return dialogue.map((replies, place) => {
    const usual = random.below(8) === 0 ? random.pick(replies) : replies[0];
    let bytes: Buffer = Buffer.from(usual, 'latin1');
    const times = place === damaged ? 1 + random.below(3) : 0;
    for (let done = 0; done < times; done += 1) bytes = random.pick(DAMAGES)(bytes, random);
    const end = random.below(40) === 0 ? random.pick(['closes', 'fails'] as const) : undefined;
    return { pieces: inPieces(bytes, random), ...(end && { end }) };
  });
}

function inPieces(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = random.pick([
      bytes.length,
      bytes.length,
      1 + random.below(bytes.length),
      1 + random.below(9),
    ]);
    // Not more than a few dozen, or the time goes into counting bytes.
    const step = Math.max(length, Math.ceil(bytes.length / 40));
    pieces.push(bytes.subarray(at, at + step));
    at += step;
  }
  return pieces;
}
