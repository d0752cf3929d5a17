// Counts the session tickets that a server sends after a TLS 1.3 handshake, so that a command can carry the
// acknowledgement that the server's kernel waits for (see docs/decisions/0003-own-smtp-dialogue.md).
import type { TLSSocket } from 'node:tls';
import { got } from './answer';
import type { Run } from './run';

/** OpenSSL's default. */
export const USUAL_TICKETS = 2;
/** Two more round trips cost less than our kernel's 40 ms delay of the acknowledgement only below this. */
const NEAR_MS = 20;
/** Beyond the round trip: the time that a busy server needs to make a ticket. */
const SERVER_MS = 5;
/** A server makes its tickets together: behind the first, its kernel has the other or there is none, as with Postfix. */
const KERNEL_MS = 2;

export class SessionTickets {
  /** Tickets so far. */
  count = 0;
  readonly #roundTripMs: number;
  #wake: (() => void) | undefined;

  /** `roundTripMs`: how long connecting took. */
  constructor(socket: TLSSocket, roundTripMs: number) {
    this.#roundTripMs = roundTripMs;
    socket.on('session', () => {
      this.count += 1;
      // Not at once: the event comes from within OpenSSL's read, where a write would be lost.
      setImmediate(() => this.#wake?.());
    });
  }

  /** Waits until `count` tickets have come, for as long as that pays. */
  async until(count: number, run: Run): Promise<void> {
    if (this.count >= count || this.#roundTripMs >= NEAR_MS) return;
    const patienceMs = this.#roundTripMs + (this.count === 0 ? SERVER_MS : KERNEL_MS);
    await run.wait<void>(patienceMs, (settle) => {
      this.#wake = () => this.count >= count && settle(got(undefined));
      return () => {
        this.#wake = undefined;
      };
    });
  }
}
