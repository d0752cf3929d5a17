// Plays one script on a plain TCP socket: the smart hosts that no honest server library could be.
import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { HONEST, type Moment, type Script, type Step } from './raw-scripts';
import type { ReceivedMessage } from './received-message';

/** A server that is not listening yet; messages it takes are pushed to `received`. */
export function createRawHost(script: Script, received: ReceivedMessage[]) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    const play = (moment: Moment) => void playSteps(socket, script[moment] ?? HONEST[moment]);
    play('connected');
    listen(socket, play, received);
  });
  server.on('close', () => sockets.clear());
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { server, close };
}

async function playSteps(socket: Socket, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return;
    await playStep(socket, step);
  }
}

async function playStep(socket: Socket, step: Step): Promise<void> {
  if (step[0] === 'say') socket.write(step[1]);
  else if (step[0] === 'wait') await pause(step[1]);
  else if (step[0] === 'drip') await drip(socket, step[1], step[2]);
  else if (step[0] === 'flood') await flood(socket, step[1]);
  else if (step[0] === 'close') socket.end();
  else socket.resetAndDestroy();
}

async function drip(socket: Socket, text: string, everyMs: number): Promise<void> {
  for (const character of text) {
    if (socket.destroyed) return;
    socket.write(character);
    await pause(everyMs, undefined, { ref: false });
  }
}

async function flood(socket: Socket, text: string): Promise<void> {
  while (!socket.destroyed) {
    if (!socket.write(text)) await pause(1, undefined, { ref: false });
  }
}

const COMMANDS = ['EHLO', 'HELO', 'STARTTLS', 'MAIL', 'RCPT', 'DATA', 'RSET', 'QUIT'] as const;

function listen(socket: Socket, play: (moment: Moment) => void, received: ReceivedMessage[]): void {
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
  socket.on('data', (chunk) => {
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
        received.push({ ...envelope, secure: false, text });
        play('message');
      }
    }
  });
}
