// Stands between the raw socket and TLS, so that the first bytes after the 220 to STARTTLS can be looked at:
// clear text there is an attack or a broken server (RFC 3207 section 6), and OpenSSL would only call it a wrong version.
// A stream of our own costs about 0.1 ms per handshake.
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** TLS record types 20 to 23: a handshake begins with 22, or with an alert, 21. */
const isTlsRecord = (byte: number): boolean => byte >= 20 && byte <= 23;
const isReplyStart = (chunk: Uint8Array): boolean => /^[2-5]/.test(String.fromCharCode(chunk[0] ?? 0));

export class PlaintextWatch extends Duplex {
  /** Set once the server's first byte was no TLS record but the start of an SMTP reply. */
  sawReply = false;
  readonly #raw: Socket;
  #isFirst = true;

  constructor(raw: Socket) {
    super();
    this.#raw = raw;
    raw.on('data', (chunk: Buffer) => this.#receive(chunk));
    raw.on('end', () => this.push(null));
    raw.on('error', (error) => this.destroy(error));
    raw.on('close', () => this.destroy());
  }

  #receive(chunk: Buffer): void {
    if (this.#isFirst) this.sawReply = !isTlsRecord(chunk[0] ?? 0) && isReplyStart(chunk);
    this.#isFirst = false;
    if (!this.push(chunk)) this.#raw.pause();
  }

  override _read(): void {
    this.#raw.resume();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#raw.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.#raw.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#raw.destroy();
    done(error);
  }
}
