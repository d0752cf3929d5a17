// Plays one script on a plain TCP socket: the smart hosts that no honest server library could be.
import { createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecureContext, TLSSocket } from 'node:tls';
import { HONEST, HONEST_TLS, type Moment, type Script, type Step } from './raw-scripts';
import type { ReceivedMessage } from './received-message';
import type { TestCertificate } from './test-ca';

/** One connection: the raw socket, and what is spoken over, which is TLS once it was turned on. */
type Line = { readonly raw: Socket; over: Duplex & { renegotiate?: TLSSocket['renegotiate'] } };

/** A server that is not listening yet; messages it takes are pushed to `received`. */
export function createRawHost(script: Script, certificate: TestCertificate, received: ReceivedMessage[]) {
  const sockets = new Set<Socket>();
  const secureContext = createSecureContext({
    ...certificate,
    maxVersion: script.maxVersion ?? 'TLSv1.3',
  });
  const server = createServer({ noDelay: true }, (raw) => {
    sockets.add(raw);
    raw.on('close', () => sockets.delete(raw)).on('error', () => {});
    const line: Line = { raw, over: raw };
    const encrypt = (isStraight: boolean) => {
      const tls = new TLSSocket(isStraight ? raw : apartFrom(raw), { isServer: true, secureContext });
      tls.on('error', () => {}).on('secure', () => play('secured'));
      line.over = tls;
      listen(tls, play, received, true);
    };
    const play = (moment: Moment) => {
      const isSecure = line.over !== raw;
      const steps = isSecure
        ? (script.tls?.[moment] ?? HONEST_TLS[moment] ?? HONEST[moment])
        : (script[moment] ?? HONEST[moment]);
      void playSteps(line, steps, encrypt);
    };
    play('connected');
    listen(raw, play, received, false);
  });
  server.on('close', () => sockets.clear());
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { server, close };
}

/** The raw socket for TLS to run over, where the end of TLS (close_notify) is not the end of the connection. */
function apartFrom(raw: Socket): Duplex {
  raw.removeAllListeners('data');
  const under = new Duplex({
    read: () => raw.resume(),
    write: (chunk, _encoding, done) => void raw.write(chunk, done),
    final: (done) => done(),
  });
  raw.on('data', (chunk) => under.push(chunk)).on('close', () => under.destroy());
  return under;
}

async function playSteps(
  line: Line,
  steps: readonly Step[],
  encrypt: (isStraight: boolean) => void,
): Promise<void> {
  for (const step of steps) {
    if (line.raw.destroyed) return;
    if (step[0] === 'encrypt') encrypt(step[1] === 'straight');
    else await playStep(line, step);
  }
}

async function playStep({ raw, over }: Line, step: Step): Promise<void> {
  if (step[0] === 'say') over.write(step[1]);
  else if (step[0] === 'sayInClear') raw.write(step[1]);
  else if (step[0] === 'wait') await pause(step[1], undefined, { ref: false });
  else if (step[0] === 'hear') await hear(raw);
  else if (step[0] === 'drip') await drip(over, step[1], step[2]);
  else if (step[0] === 'flood') await flood(over, step[1], step[2]);
  else if (step[0] === 'closeNotify') over.end();
  else if (step[0] === 'renegotiate') over.renegotiate?.({}, () => {});
  else if (step[0] === 'close') raw.end();
  else if (step[0] === 'drop') raw.destroy();
  else raw.resetAndDestroy();
}

async function hear(raw: Socket): Promise<void> {
  raw.removeAllListeners('data');
  await new Promise<void>((resolve) => {
    raw.on('data', () => resolve()).once('close', () => resolve());
  });
}

async function drip(stream: Duplex, text: string, everyMs: number): Promise<void> {
  for (const character of text) {
    if (stream.destroyed) return;
    stream.write(character);
    await pause(everyMs, undefined, { ref: false });
  }
}

async function flood(stream: Duplex, text: string, bytes = Number.POSITIVE_INFINITY): Promise<void> {
  for (let left = bytes; left > 0 && !stream.destroyed; left -= text.length) {
    // Lets others have their turn, however much the kernel takes at once.
    await pause(stream.write(text) ? 0 : 1, undefined, { ref: false });
  }
}

const COMMANDS = ['EHLO', 'HELO', 'STARTTLS', 'MAIL', 'RCPT', 'DATA', 'RSET', 'QUIT'] as const;

function listen(
  stream: Duplex,
  play: (moment: Moment) => void,
  received: ReceivedMessage[],
  secure: boolean,
): void {
  let unread = '';
  let envelope = { from: '', to: [] as string[] };
  let isMessage = false;
  const takeLine = (line: string): void => {
    const command = COMMANDS.find((each) => line.toUpperCase().startsWith(each)) ?? 'other';
    const path = /<(.*)>/.exec(line)?.[1] ?? '';
    if (command === 'MAIL') envelope = { from: path, to: [] };
    if (command === 'RCPT') envelope.to.push(path);
    isMessage = command === 'DATA';
    play(command);
  };
  stream.on('data', (chunk) => {
    unread += chunk.toString('latin1');
    for (;;) {
      const terminator = isMessage ? '\r\n.\r\n' : '\r\n';
      const end = unread.indexOf(terminator);
      if (end === -1) return;
      const text = unread.slice(0, end);
      unread = unread.slice(end + terminator.length);
      if (!isMessage) takeLine(text);
      else {
        isMessage = false;
        received.push({ ...envelope, secure, text });
        play('message');
      }
    }
  });
}
