import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authSecret } from './auth-secret';

const folder = () => mkdtempSync(join(tmpdir(), 'mailspan-secret-'));

describe('the secret that signs sessions', () => {
  it('is the one that was given', () =>
    expect(authSecret({ authSecret: 'x'.repeat(40), dataDir: '/nowhere' })).toBe('x'.repeat(40)));

  it('is made once, readable by nobody else, and stays the same after a restart', () => {
    const dataDir = join(folder(), 'data');
    const first = authSecret({ authSecret: undefined, dataDir });
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(authSecret({ authSecret: undefined, dataDir })).toBe(first);
    expect(readdirSync(dataDir)).toEqual(['auth-secret']);
    expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  it('is not taken from a damaged file', () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'auth-secret'), 'short\n');
    expect(() => authSecret({ authSecret: undefined, dataDir })).toThrow(/AUTH_SECRET: .*damaged/);
  });
});
