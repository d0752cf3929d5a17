// Domain values in and out of Json columns. What was written by this program is believed, not parsed again.
import type { Prisma } from './generated/sqlite/client';

/** A plain value (no dates, no functions) for a Json column; keys whose value is undefined are left out. */
export const toJson = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonObject;

/** The value that `toJson` wrote. The type is a promise of the writer: only this program writes the column. */
export const fromJson = <T>(value: Prisma.JsonValue): T => value as unknown as T;

/** False for text that PostgreSQL's jsonb refuses, as a value or as a key: with NUL, or with half of a surrogate pair. */
export function isStorable(value: object): boolean {
  let storable = true;
  JSON.stringify(value, (key, held: unknown) => {
    if (isNoText(key) || (typeof held === 'string' && isNoText(held))) storable = false;
    // JSON has none, and would throw.
    return typeof held === 'bigint' ? null : held;
  });
  return storable;
}

const isNoText = (text: string): boolean => /[\0\p{Surrogate}]/u.test(text);
