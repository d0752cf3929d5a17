import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../e2e/support/free-port';
import { startRoundRobin } from './round-robin';

const open: { close: () => unknown }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

/** Says its name and what it was sent. */
async function backend(name: string): Promise<Readonly<{ port: number; server: Server }>> {
  const port = await freePort('localhost');
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () =>
      answer.end(`${name} ${Buffer.concat(chunks)} from ${asked.headers['x-forwarded-for']}`),
    );
  }).listen(port, 'localhost');
  await once(server, 'listening');
  open.push({ close: () => server.closeAllConnections() ?? server.close() });
  return { port, server };
}

it('each request goes to the next backend, and whole to the other one where that is down', async () => {
  const [a, b] = [await backend('a'), await backend('b')];
  const proxy = await startRoundRobin(await freePort('localhost'), [a.port, b.port]);
  open.push(proxy);
  const ask = async (body: string) => (await fetch(proxy.url, { method: 'POST', body })).text();
  expect([await ask('1'), await ask('2'), await ask('3')]).toEqual([
    expect.stringMatching(/^a 1 from (::1|127\.0\.0\.1)$/),
    expect.stringMatching(/^b 2/),
    expect.stringMatching(/^a 3/),
  ]);
  a.server.close();
  a.server.closeAllConnections();
  const long = 'x'.repeat(200_000);
  expect([await ask(long), await ask('5')]).toEqual([
    expect.stringMatching(/^b x{200000} /),
    expect.stringMatching(/^b 5/),
  ]);
  expect(proxy.served()).toEqual([2, 3]);
});

it('nobody behind it is a bad gateway', async () => {
  const proxy = await startRoundRobin(await freePort('localhost'), [await freePort('localhost')]);
  open.push(proxy);
  expect((await fetch(proxy.url)).status).toBe(502);
});
