// A connection without a network: each thing the client says is answered by the next turn of a list.
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** What the server does next: the pieces in which its bytes arrive, then perhaps the end of the connection. */
export type ServerTurn = Readonly<{ pieces: readonly Uint8Array[]; end?: 'closes' | 'fails' }>;

class MemorySocket extends Duplex {
  readonly #turns: Iterator<ServerTurn>;

  constructor(turns: readonly ServerTurn[]) {
    super();
    this.#turns = turns[Symbol.iterator]();
    process.nextTick(() => {
      this.emit('connect');
      this.#play();
    });
  }

  #play(): void {
    const { value } = this.#turns.next();
    for (const piece of value?.pieces ?? []) this.push(piece);
    if (value?.end === 'closes') this.push(null);
    if (value?.end === 'fails')
      process.nextTick(() => this.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' })));
  }

  override _read(): void {}

  override _write(_chunk: Uint8Array, _encoding: string, done: () => void): void {
    done();
    process.nextTick(() => this.destroyed || this.readableEnded || this.#play());
  }
}

/** A server's side as `connect` opens it; the first of `turns` is its greeting. After the last it keeps silent. */
export const memorySocket = (turns: readonly ServerTurn[]): Socket =>
  new MemorySocket(turns) as Duplex as Socket;
