import { EventEmitter } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import { Run } from './run';
import { SessionTickets } from './session-tickets';

let run: Run;
beforeEach(() => {
  run = new Run(SHORT_LIMITS, () => performance.now(), new AbortController().signal);
});
afterEach(() => run.close());

const newSocket = (): TLSSocket => new EventEmitter() as TLSSocket;

test('a near server’s ticket is waited for, and no longer than it takes', async () => {
  const socket = newSocket();
  const tickets = new SessionTickets(socket, 15);
  const startedAt = performance.now();
  setTimeout(() => socket.emit('session'), 2);
  await tickets.until(1, run);
  expect(tickets.count).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(15);
});

test('a server that sends none costs a few milliseconds', async () => {
  const tickets = new SessionTickets(newSocket(), 1);
  await tickets.until(1, run);
  expect(tickets.count).toBe(0);
});

test('a server whose one ticket has come is waited for only as long as its kernel needs', async () => {
  const socket = newSocket();
  const tickets = new SessionTickets(socket, 1);
  const wait = vi.spyOn(run, 'wait');
  await tickets.until(1, run);
  socket.emit('session');
  await tickets.until(2, run);
  expect(wait.mock.calls.map(([limitMs]) => limitMs)).toEqual([6, 3]);
});

test('a far server is not waited for', async () => {
  const tickets = new SessionTickets(newSocket(), 80);
  const startedAt = performance.now();
  await tickets.until(1, run);
  expect(performance.now() - startedAt).toBeLessThan(5);
});
