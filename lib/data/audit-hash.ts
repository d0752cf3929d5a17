// What an audit entry's hash covers and how; docs/audit-log.md tells others, so that an exported file can be checked.
import { createHash } from 'node:crypto';
import type { AuditEntry } from './generated/sqlite/client';

/** What the first entry follows; the first migration writes it. */
export const GENESIS = '0'.repeat(64);

/** An entry with all that the chain is made of; docs/audit-log.md describes it. */
export type HashedEntry = Readonly<AuditEntry>;

/** SHA-256, lower-case hex, over the entry as canonical JSON, the previous hash among its keys, its own left out. */
export function hashOf({ hash: _, ...row }: Omit<AuditEntry, 'hash'> & { hash?: string }): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

/** JSON without white space, the keys of every object sorted: PostgreSQL's jsonb does not keep their order. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
