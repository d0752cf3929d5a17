// Reads out of an error that the store itself is the trouble: full, not to be written, or not there. Knows both engines'
// spellings; what is none of them is somebody's bug and stays an error.

/** `unwritable`: read-only, or the disk fails. `unreachable`: whether the last write was done is not certain. */
export type StorageTrouble = 'full' | 'unwritable' | 'unreachable';

/**
 * Codes of SQLite by name, of PostgreSQL (SQLSTATE), of the system and of Prisma.
 * @see https://www.sqlite.org/rescode.html https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const CODES: readonly Readonly<{ pattern: RegExp; trouble: StorageTrouble }>[] = [
  { pattern: /^(SQLITE_FULL|53100|ENOSPC|EDQUOT)$/, trouble: 'full' },
  {
    pattern: /^(SQLITE_(READONLY|IOERR|CANTOPEN)(_\w+)?|25006|58030|EROFS|EIO)$/,
    trouble: 'unwritable',
  },
  {
    pattern: /^(08\w{3}|53300|57P0[1-5]|P1001|P1002|P1017|P2024)$/,
    trouble: 'unreachable',
  },
  {
    pattern: /^(DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout)$/,
    trouble: 'unreachable',
  },
];

/** SQLite's number: its low byte is the kind of error, what stands above it says more. */
const NUMBERS: Readonly<Record<number, StorageTrouble>> = {
  8: 'unwritable',
  10: 'unwritable',
  13: 'full',
  14: 'unwritable',
};

/** How deep an adapter hides the database's own words. */
const DEPTH_MAX = 6;

/** What is wrong with the store, as far as `error` comes of that. */
export function storageTrouble(error: unknown, depth = 0): StorageTrouble | undefined {
  if (typeof error !== 'object' || error === null || depth > DEPTH_MAX) return undefined;
  const { code, originalCode, kind, extendedCode } = error as Readonly<Record<string, unknown>>;
  for (const said of [code, originalCode, kind])
    for (const { pattern, trouble } of CODES)
      if (typeof said === 'string' && pattern.test(said)) return trouble;
  if (kind === 'sqlite' && typeof extendedCode === 'number' && NUMBERS[extendedCode & 0xff])
    return NUMBERS[extendedCode & 0xff];
  const { cause, meta, driverAdapterError } = error as Readonly<Record<string, unknown>>;
  for (const inner of [cause, meta, driverAdapterError]) {
    const trouble = storageTrouble(inner, depth + 1);
    if (trouble) return trouble;
  }
  return undefined;
}
