import { afterEach, expect, it, vi } from 'vitest';
import { sameEverywhere } from './build-console';

afterEach(() => vi.unstubAllEnvs());

const sources = 'a'.repeat(64);
const keyOf = (env: Readonly<Record<string, string>>) => env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '';

it('two machines that build the same sources have one build id, and one key in the ids of their actions', () => {
  expect(sameEverywhere(sources)).toEqual(sameEverywhere(sources));
  expect(Buffer.from(keyOf(sameEverywhere(sources)), 'base64')).toHaveLength(32);
});

it('other sources have others', () => {
  const other = sameEverywhere('b'.repeat(64));
  expect(other.MAILSPAN_BUILD_ID).not.toBe(sameEverywhere(sources).MAILSPAN_BUILD_ID);
  expect(keyOf(other)).not.toBe(keyOf(sameEverywhere(sources)));
});

it('a key of somebody’s own is taken', () => {
  vi.stubEnv('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'own');
  expect(keyOf(sameEverywhere(sources))).toBe('own');
});
