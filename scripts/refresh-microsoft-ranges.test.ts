import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refreshMicrosoftRanges } from './refresh-microsoft-ranges';

/** What the server answers, by path. */
let answers: Readonly<Record<string, unknown>> = {};
const server = createServer(({ url = '' }, response) => {
  // A connection that is kept may be closed just as it is used again.
  response.setHeader('connection', 'close');
  const { pathname, searchParams } = new URL(url, 'http://x');
  const answer = answers[pathname];
  if (answer === undefined || !/^[0-9a-f-]{36}$/.test(searchParams.get('clientrequestid') ?? ''))
    return response.writeHead(answer === undefined ? 404 : 400).end();
  if (answer === 'elsewhere') return response.writeHead(302, { location: '/version/worldwide' }).end();
  return response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const folder = await mkdtemp(join(tmpdir(), 'mailspan-ranges-'));
const file = join(folder, 'ranges.json');
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const BEFORE = {
  version: '2026081400',
  ranges: ['40.92.0.0/15', '52.100.0.0/14'],
  names: ['*.mx.microsoft'],
};
const ENTRY = {
  id: 10,
  serviceArea: 'Exchange',
  urls: ['*.mail.protection.outlook.com'],
  ips: ['40.92.0.0/15', '40.107.0.0/16', '2A01:111:F400::/48'],
  tcpPorts: '25',
};

/** The printed lines and the file that is left; the error's words where there is one. */
async function refresh(version: unknown, list: unknown) {
  answers = { '/version/worldwide': version, '/endpoints/worldwide': list };
  await writeFile(file, JSON.stringify(BEFORE));
  const lines = await refreshMicrosoftRanges(file, base).catch((error: Error) => error.message);
  return { lines, left: JSON.parse(await readFile(file, 'utf8')) };
}

test('a newer list takes the place of the bundled one, and the difference is told', async () => {
  const { lines, left } = await refresh({ instance: 'Worldwide', latest: '2026093000' }, [
    { id: 1, serviceArea: 'Exchange', urls: ['outlook.office.com'] },
    ENTRY,
  ]);
  expect(lines).toEqual([
    'The list is now version 2026093000 of 2026-09-30; it was 2026081400.',
    '  + 40.107.0.0/16',
    '  + 2a01:111:f400::/48',
    '  - 52.100.0.0/14',
    'Start the console again to use them.',
  ]);
  expect(left).toEqual({
    version: '2026093000',
    ranges: ['40.92.0.0/15', '40.107.0.0/16', '2a01:111:f400::/48'],
    names: ['*.mail.protection.outlook.com'],
  });
});

const NEWER = { latest: '2026093000' };
const withIps = (...ips: unknown[]) => [{ ...ENTRY, ips }];

test.each<[string, unknown, unknown, RegExp]>([
  ['the same version', { latest: '2026081400' }, [ENTRY], /is the one that is published/],
  ['an older one', { latest: '2026070100' }, [ENTRY], /is older/],
  ['no version', {}, [ENTRY], /version is not what it should be/],
  ['no entry 10', NEWER, [{ ...ENTRY, id: 9 }], /entry 10 is not/],
  ['entry 10 for another port', NEWER, [{ ...ENTRY, tcpPorts: '443' }], /has no TCP port 25/],
  ['no ranges', NEWER, withIps(), /entry 10 is not/],
  ['the whole Internet', NEWER, withIps('0.0.0.0/0'), /can't be Microsoft's: 0.0.0.0\/0/],
  ['a private range', NEWER, withIps('40.92.0.0/15', '10.1.0.0/16'), /can't be Microsoft's: 10.1/],
  ['too much IPv6', NEWER, withIps('40.92.0.0/15', '2000::/3'), /can't be Microsoft's: 2000/],
  ['a loopback address of IPv6', NEWER, withIps('::1/128'), /can't be Microsoft's: ::1/],
  ['no range', NEWER, withIps('40.92.0.0/15', '<script>'), /is none: "<script>"/],
  ['IPv6 alone', NEWER, withIps('2a01:111:f400::/48'), /has no IPv4/],
  ['text that is no JSON', NEWER, '<html>', /gave no answer to use/],
  ['another place', NEWER, 'elsewhere', /gave no answer to use/],
  ['nothing', NEWER, undefined, /HTTP 404/],
  ['too much of everything', NEWER, ' '.repeat(2_100_000), /more than 2000000 bytes/],
])('%s changes nothing', async (_, version, list, words) => {
  const { lines, left } = await refresh(version, list);
  expect(String(lines)).toMatch(words);
  expect(left).toEqual(BEFORE);
});

test('where nobody answers, that is said', async () => {
  await writeFile(file, JSON.stringify(BEFORE));
  await expect(refreshMicrosoftRanges(file, 'http://127.0.0.1:1')).rejects.toThrow(/gave no answer to use/);
});
