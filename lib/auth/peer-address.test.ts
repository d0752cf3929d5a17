import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address';
import { recordPeers } from './peer-address';

it('tells the real peer of a request, whatever the client claims', async () => {
  recordPeers();
  recordPeers();
  const server = createServer((request, response) => {
    response.end(String(request.headers['x-forwarded-for']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  const plain = await ask({});
  const forged = await ask({ 'x-forwarded-for': '198.51.100.1, 198.51.100.2' });
  await new Promise((resolve) => server.close(resolve));
  expect(plain).toBe('127.0.0.1');
  expect(forged).toBe('198.51.100.1, 198.51.100.2, 127.0.0.1');
  expect(clientAddress(forged, 0)).toBe('127.0.0.1');
  expect(clientAddress(forged, 1)).toBe('198.51.100.2');
});
