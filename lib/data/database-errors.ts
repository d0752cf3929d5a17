// Reads what the databases say when a statement fails: the one place that knows both adapters' spellings.
import { z } from 'zod';

const known = z.object({
  code: z.string(),
  meta: z.object({ driverAdapterError: z.object({ cause: z.unknown() }).optional() }).optional(),
});

const violation = z.object({
  table: z.string(),
  constraint: z.union([z.object({ fields: z.array(z.string()) }), z.object({ index: z.string() })]),
});

/** Prisma's codes for "another transaction was in the way": a busy file, a conflict or a dead-lock. */
const COLLISIONS = ['P1008', 'P2034'];

/**
 * The fields whose uniqueness a write would have broken, or undefined where `error` is something else.
 * No field is named where PostgreSQL refuses a second row with the same primary key.
 * @see Prisma P2002
 */
export function uniqueViolation(error: unknown): string[] | undefined {
  const read = known.safeParse(error);
  if (!read.success || read.data.code !== 'P2002') return undefined;
  const cause = violation.safeParse(read.data.meta?.driverAdapterError?.cause);
  if (!cause.success) return [];
  const { table, constraint } = cause.data;
  if ('fields' in constraint) return constraint.fields;
  // PostgreSQL names the index, which Prisma calls Table_field_field_key.
  const { index } = constraint;
  if (!index.startsWith(`${table}_`) || !index.endsWith('_key')) return [];
  return index.slice(table.length + 1, -'_key'.length).split('_');
}

/** True where the same transaction may succeed when it is tried again. */
export function isCollision(error: unknown): boolean {
  const read = known.safeParse(error);
  return read.success && COLLISIONS.includes(read.data.code);
}
