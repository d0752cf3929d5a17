// A port for a server that can't choose one itself.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** One that nobody listens on at `host` just now. */
export async function freePort(host: 'localhost' | '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (!bound || typeof bound === 'string') throw new Error('No free port.');
  return bound.port;
}
