// A reverse proxy as small as one can be: each request to the next backend, and to the one after where that is down. Keeps
// nothing of a session, so that no replica can hide behind it.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type RoundRobin = Readonly<{
  url: string;
  /** Requests that each backend has answered, in the order of the backends. */
  served: () => readonly number[];
  close: () => Promise<void>;
}>;

const BAD_GATEWAY = 502;

/** Listens on `port` of localhost; `backends` are ports of localhost too. */
export async function startRoundRobin(port: number, backends: readonly number[]): Promise<RoundRobin> {
  const served = backends.map(() => 0);
  let turn = 0;
  const server = createServer((asked, answer) => {
    const first = turn++;
    const order = backends.map((_, at) => (first + at) % backends.length);
    void pass(asked, answer, order);
  });
  const pass = async (
    asked: IncomingMessage,
    answer: ServerResponse,
    order: readonly number[],
  ): Promise<void> => {
    const [at, ...others] = order;
    const backend = at === undefined ? undefined : backends[at];
    if (at === undefined || backend === undefined) {
      answer.writeHead(BAD_GATEWAY).end();
      return;
    }
    const forwarded = asked.socket.remoteAddress ?? 'unknown';
    const onward = request({
      ...{ host: 'localhost', port: backend, method: asked.method, path: asked.url, agent: false },
      headers: { ...asked.headers, 'x-forwarded-for': forwarded, connection: 'close' },
    });
    // Nothing is sent before the connection stands, so that another backend can have it whole.
    const isConnected = await new Promise<boolean>((done) => {
      onward.once('socket', (socket) => socket.once('connect', () => done(true)));
      onward.once('error', () => done(false));
    });
    if (!isConnected) return pass(asked, answer, others);
    onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(BAD_GATEWAY).end()));
    onward.once('response', (response) => {
      served[at] = (served[at] ?? 0) + 1;
      answer.writeHead(response.statusCode ?? BAD_GATEWAY, response.headers);
      response.on('error', () => answer.destroy());
      response.pipe(answer);
    });
    answer.once('close', () => onward.destroy());
    asked.pipe(onward);
  };
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    served: () => served,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
