// The secret part of a one-time link. Only its hash is ever stored, so a copy of the database opens nothing.
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: can't be guessed, so a plain hash without salt is enough. */
const TOKEN_BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A new token in base64url, and the hash to store. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}

/** The hash under which `token` would be stored, or undefined where it is no token at all. */
export const hashOfToken = (token: string): string | undefined =>
  SHAPE.test(token) ? hashOf(token) : undefined;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
