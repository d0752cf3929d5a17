// The key that signs session cookies: AUTH_SECRET, or a file in the data folder that is made once.
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingError, type Settings } from '../settings';

const SECRET_MIN = 32;

/**
 * The secret in force. Makes `auth-secret` (0600) in the data folder on first use; of several processes that start
 * at once, all end up with the same one. Throws a SettingError where the file holds something else.
 */
export function authSecret({ authSecret: given, dataDir }: Pick<Settings, 'authSecret' | 'dataDir'>): string {
  if (given) return given;
  const file = join(dataDir, 'auth-secret');
  const kept = readIfThere(file) ?? make(dataDir, file);
  if (kept.length < SECRET_MIN) {
    throw new SettingError(
      'AUTH_SECRET',
      `${file} is damaged: delete it (everybody signs in again) or set it`,
    );
  }
  return kept;
}

/** Tells two secrets apart, and says nothing of either. */
export const secretFingerprint = (secret: string): string =>
  createHmac('sha256', secret).update('mailspan session key').digest('base64url');

function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(SECRET_MIN).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    chmodSync(draft, 0o600);
    // A link fails where the name is taken, so nobody replaces another's secret or reads half of one.
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
