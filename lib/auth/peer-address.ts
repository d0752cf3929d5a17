// Next tells pages no socket, only X-Forwarded-For, and believes it where the client sends one itself.
// So the peer that the socket knows is appended to it as each request comes in, as a proxy would.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const HEADER = 'x-forwarded-for';
const started = z.object({ request: z.custom<IncomingMessage>((value) => value !== null) });

let recording = false;

/** From now on, the last entry of every incoming request's X-Forwarded-For is its peer. Calling it twice does no more. */
export function recordPeers(): void {
  if (recording) return;
  recording = true;
  subscribe('http.server.request.start', (message) => {
    const { request } = started.parse(message);
    const before = request.headers[HEADER];
    const peer = request.socket.remoteAddress ?? 'unknown';
    request.headers[HEADER] = before === undefined ? peer : `${String(before)}, ${peer}`;
  });
}
