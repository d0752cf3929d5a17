import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { readSettings } from '../settings';
import { ownServices } from './own-services';

const mine = Object.values(networkInterfaces()).flatMap((some) => (some ?? []).map(({ address }) => address));
const servicesOf = (env: Record<string, string>) => ownServices(readSettings(env));

test('The console listens on its port, at every address of this machine', async () => {
  expect(mine).toContain('127.0.0.1');
  expect(await servicesOf({ PORT: '8025' })).toEqual([{ addresses: mine, port: 8_025 }]);
});

test.each([
  ['postgresql://u:p@10.0.0.5/mailspan', ['10.0.0.5'], 5_432],
  ['postgresql://u:p@[fd12::5]:2525/mailspan', ['fd12::5'], 2_525],
  ['postgresql://u:p@localhost:25/mailspan', [expect.stringMatching(/^(127\.0\.0\.1|::1)$/)], 25],
  ['postgresql://u:p@database.invalid/mailspan', [], 5_432],
])('So does its database: %s', async (DATABASE_URL, addresses, port) => {
  const [, database] = await servicesOf({ DATABASE_URL });
  expect(database?.port).toBe(port);
  expect(database?.addresses.slice(0, mine.length)).toEqual(mine);
  expect(database?.addresses.slice(mine.length)).toEqual(expect.arrayContaining(addresses));
});
