// One TCP connection that speaks lines: opens it, sends commands, waits for replies, turns TLS on.
// Refuses to wait without a limit, and to leave a socket open: whoever opens a wire destroys it.
import { isIP, connect as netConnect, type Socket } from 'node:net';
import {
  type DetailedPeerCertificate,
  type SecureContext,
  type TLSSocket,
  connect as tlsConnect,
} from 'node:tls';
import type { Failure, Reply, TlsFacts } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { PlaintextWatch } from './plaintext-watch';
import { ReplyReader } from './reply-reader';
import type { Run } from './run';
import { SessionTickets, USUAL_TICKETS } from './session-tickets';
import { errorCode, toFailure } from './socket-failure';
import { readTlsFacts } from './tls-facts';
import type { Transcript } from './transcript';

/** Opens a socket to a literal address. Replaced in tests. */
export type Connect = (target: Readonly<{ host: string; port: number; noDelay: true }>) => Socket;

export type TlsOptions = Readonly<{
  /** Said in SNI; absent for an address (RFC 6066 section 3). */
  servername?: string;
  secureContext: SecureContext;
}>;

const NO_CERTIFICATE: TLSSocket['getPeerCertificate'] = () => ({}) as DetailedPeerCertificate;

export class Wire {
  readonly #run: Run;
  readonly #transcript: Transcript;
  readonly #connectedInMs: number;
  #socket: Socket;
  #reader = new ReplyReader();
  #ended: Failure | undefined;
  #wake: (() => void) | undefined;
  #inStep = true;
  /** Bytes were there before the command was sent that the next reply is to answer. */
  #isEarly = false;
  #mayStillSpeak = true;
  #tickets: SessionTickets | undefined;
  readonly #onData = (chunk: Buffer): void => {
    this.#reader.push(chunk);
    this.#wake?.();
  };
  readonly #onError = (error: Error): void => this.#end(toFailure(error, 0));
  readonly #onClosed = (): void => this.#end({ kind: 'closed' });

  private constructor(socket: Socket, run: Run, transcript: Transcript, connectedInMs: number) {
    this.#socket = socket;
    this.#run = run;
    this.#transcript = transcript;
    this.#connectedInMs = connectedInMs;
    this.#listen();
  }

  /** Connects to a literal address, which the guard has already let pass. Throws where Node would look it up again. */
  static async open(
    target: Readonly<{ address: string; port: number }>,
    run: Run,
    transcript: Transcript,
    connect: Connect = netConnect,
  ): Promise<Answer<Wire>> {
    if (isIP(target.address) === 0) throw new TypeError('Only a literal address is connected to.');
    const limitMs = run.limits.connectMs;
    const startedAtMs = run.at();
    const opened = await run.wait<Socket>(limitMs, (settle) => {
      const socket = connect({ host: target.address, port: target.port, noDelay: true });
      let isOpen = false;
      const onConnect = () => {
        isOpen = true;
        settle(got(socket));
      };
      const onError = (error: Error) => settle(failed(toFailure(error, limitMs)));
      socket.once('connect', onConnect).once('error', onError);
      return () => {
        socket.off('connect', onConnect).off('error', onError);
        // A socket that fails late must find a listener, or Node ends the process.
        socket.on('error', () => {});
        if (!isOpen) socket.destroy();
      };
    });
    if (!opened.ok) return opened;
    return got(new Wire(opened.value, run, transcript, run.at() - startedAtMs));
  }

  /** False once a reply is overdue or unreadable: the next one could belong to an earlier command. */
  get inStep(): boolean {
    return this.#inStep && this.#ended === undefined && this.#run.ended === undefined;
  }

  /**
   * Sends EHLO or HELO; the first one after a handshake in two pieces where the server is near, each of which
   * acknowledges a session ticket. Without that, a server with Nagle's algorithm on holds its reply for 40 ms.
   */
  async sendGreeting(command: string): Promise<void> {
    this.#transcript.add('client', command);
    const tickets = this.#tickets;
    this.#tickets = undefined;
    await tickets?.until(1, this.#run);
    this.#isEarly = this.hasUnread;
    const firstLength = tickets?.count === 1 ? 1 : 0;
    this.#write(command.slice(0, firstLength));
    if (firstLength > 0) await tickets?.until(USUAL_TICKETS, this.#run);
    this.#write(`${command.slice(firstLength)}\r\n`);
  }

  /** Says QUIT, unless nobody is there to hear it: after a broken handshake, to a service that is not SMTP. */
  sayQuit(): void {
    if (this.#mayStillSpeak && this.#ended === undefined) this.send('QUIT');
  }

  /** True where the server said more than the replies taken so far. */
  get hasUnread(): boolean {
    return this.#reader.hasUnread;
  }

  /** Sends one command. `shown` stands for it in the transcript. */
  send(command: string, shown = command): void {
    this.#transcript.add('client', shown);
    this.#isEarly = this.hasUnread;
    this.#write(`${command}\r\n`);
  }

  /** The next reply, whatever its code, within `limitMs`. One that was there before its command answers another one. */
  async reply(limitMs: number): Promise<Answer<Reply>> {
    const answer = await this.#run.wait<Reply>(limitMs, (settle) => {
      const look = (): void => {
        const next = this.#reader.next() ?? (this.#ended && failed(this.#ended));
        if (next) settle(next.ok ? got({ ...next.value, atMs: this.#run.at() }) : next);
      };
      this.#wake = look;
      look();
      return () => {
        this.#wake = undefined;
      };
    });
    if (answer.ok) this.#note(answer.value);
    // A server that is about to close may say so at any time (RFC 5321 section 3.8).
    if (answer.ok && this.#isEarly && answer.value.code !== 421) {
      this.#inStep = false;
      return failed({ kind: 'outOfTurn', reply: answer.value });
    }
    if (!answer.ok) this.#inStep = false;
    const mayHideText = !answer.ok && ['timeout', 'closed', 'deadline'].includes(answer.failure.kind);
    const told = mayHideText ? (this.#reader.leftover() ?? answer) : answer;
    if (!told.ok && told.failure.kind === 'notSmtp') this.#mayStillSpeak = false;
    return told;
  }

  /** Turns TLS on, whatever the certificate: the judging comes later, and after a refusal the certificate is gone. */
  async secure(how: 'starttls' | 'implicit', options: TlsOptions): Promise<Answer<TlsFacts>> {
    // It went with the reply before: OpenSSL would only tell that it could not write.
    if (this.#ended) return failed({ kind: 'tlsHandshake', code: 'ECONNRESET' });
    const limitMs = this.#run.limits.tlsMs;
    const watch = new PlaintextWatch(this.#detach());
    const socket = tlsConnect({
      socket: watch,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...options,
    });
    // Node asks for it to compare names, which is off here: a tenth of a probe's time for what nobody looks at.
    socket.getPeerCertificate = NO_CERTIFICATE;
    // A broken connection may tell of its end twice, and an error that nobody listens to ends the process.
    socket.on('error', () => {});
    const tickets = new SessionTickets(socket, this.#connectedInMs);
    const facts = await this.#run.wait<TlsFacts>(limitMs, (settle) => {
      const onSecure = () => settle(got(readTlsFacts(socket)));
      const onError = (error: Error) =>
        settle(
          failed(
            how === 'starttls' && watch.sawReply
              ? { kind: 'plaintextAfterStarttls' }
              : { kind: 'tlsHandshake', code: errorCode(error) },
          ),
        );
      const onClose = () => settle(failed({ kind: 'tlsHandshake', code: 'ECONNRESET' }));
      socket.once('secureConnect', onSecure).once('error', onError).once('close', onClose);
      return () => {
        socket.off('secureConnect', onSecure).off('error', onError).off('close', onClose);
      };
    });
    this.#socket = socket;
    this.#reader = this.#reader.afterTls();
    this.#listen();
    if (facts.ok && facts.value.version === 'TLSv1.3') this.#tickets = tickets;
    if (!facts.ok) this.#inStep = this.#mayStillSpeak = false;
    return facts;
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#socket.destroy();
  }

  #write(text: string): void {
    if (text !== '' && !this.#socket.destroyed) this.#socket.write(text);
  }

  #note(reply: Reply): void {
    for (const [index, line] of reply.lines.entries())
      this.#transcript.add('server', `${reply.code}${index < reply.lines.length - 1 ? '-' : ' '}${line}`);
  }

  #listen(): void {
    this.#socket
      .on('data', this.#onData)
      .on('error', this.#onError)
      .on('end', this.#onClosed)
      .on('close', this.#onClosed);
    // It may have gone since it was last listened to.
    const { destroyed, errored, readableEnded } = this.#socket;
    if (errored) this.#onError(errored);
    else if (destroyed || readableEnded) this.#onClosed();
  }

  #detach(): Socket {
    return this.#socket
      .off('data', this.#onData)
      .off('error', this.#onError)
      .off('end', this.#onClosed)
      .off('close', this.#onClosed);
  }

  #end(failure: Failure): void {
    this.#ended ??= failure;
    this.#wake?.();
  }
}
