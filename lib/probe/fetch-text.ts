// Fetches one small text file over HTTPS from a literal address, as a name that its certificate must cover.
// Refuses redirects, other types than text/plain, more than 64 KB, and certificates that don't hold.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as netConnect, type Socket } from 'node:net';
import { type SecureContext, connect as tlsConnect } from 'node:tls';
import type { Failure } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { escapeText } from './escape';
import { errorCode, toFailure } from './socket-failure';
import type { Connect } from './wire';

export type TextFile = Readonly<{
  /** Connected to, and nothing else: nobody looks the name up again. */
  address: string;
  /** Said in SNI and Host. */
  name: string;
  path: string;
  secureContext: SecureContext;
  connect: Connect | undefined;
  /** Ends everything at once. */
  signal: AbortSignal;
  /** Told in the failure where the system gives up by itself. */
  limitMs: number;
}>;

const HTTPS_PORT = 443;
/** RFC 8461 section 3.2 wants senders to limit it, and names this size. */
const BYTES_MAX = 64 * 1_024;
const HEADER_BYTES_MAX = 8 * 1_024;
const SHOWN = 100;

/** The file's text. Fails with policyUnusable where the answer is not to be used, else with how the connection failed. */
export function fetchText({ address, connect = netConnect, ...file }: TextFile): Promise<Answer<string>> {
  const { signal, limitMs } = file;
  return new Promise((resolve) => {
    const socket = connect({ host: address, port: HTTPS_PORT, noDelay: true });
    const end = (answer: Answer<string>): void => {
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(answer);
    };
    const onAbort = (): void => end(failed({ kind: 'cancelled' }));
    signal.addEventListener('abort', onAbort, { once: true });
    socket
      .on('error', (error) => end(failed(toFailure(error, limitMs))))
      .once('connect', () => getFrom(socket, file, end));
    if (signal.aborted) onAbort();
  });
}

/** TLS, and one GET, over an open connection. */
function getFrom(
  socket: Socket,
  { name, path, secureContext, limitMs }: Omit<TextFile, 'address' | 'connect'>,
  end: (answer: Answer<string>) => void,
): void {
  const onError = (error: Error): void => end(failed(toTlsFailure(error, limitMs)));
  const secure = tlsConnect({
    socket,
    servername: name,
    secureContext,
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  }).on('error', onError);
  httpRequest({
    // Without an agent: one of Node's would look the name up by itself.
    createConnection: () => secure,
    path,
    headers: { host: name, accept: 'text/plain', connection: 'close' },
    maxHeaderSize: HEADER_BYTES_MAX,
  })
    .on('error', onError)
    .on('response', (response) => void read(response).then(end, onError))
    .end();
}

async function read(response: IncomingMessage): Promise<Answer<string>> {
  const { statusCode, headers } = response;
  if (statusCode !== 200) return unusable('status', String(statusCode));
  const type = headers['content-type'] ?? '';
  if (!/^text\/plain\s*(;|$)/i.test(type)) return unusable('contentType', type);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > BYTES_MAX) return unusable('tooLong', String(BYTES_MAX));
  }
  return got(Buffer.concat(chunks).toString('latin1'));
}

const unusable = (problem: 'status' | 'contentType' | 'tooLong', detail: string): Answer<string> =>
  failed({ kind: 'policyUnusable', problem, detail: escapeText(detail, SHOWN) });

/** What goes wrong over an open connection is TLS, its end, or HTTP that is none (HPE_…). */
function toTlsFailure(error: Error, limitMs: number): Failure {
  const code = errorCode(error);
  if (code.startsWith('HPE_')) return { kind: 'policyUnusable', problem: 'status', detail: code };
  const failure = toFailure(error, limitMs);
  return failure.kind === 'unreachable' ? { kind: 'tlsHandshake', code } : failure;
}
