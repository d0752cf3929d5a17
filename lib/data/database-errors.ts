// Reads what the databases say when a statement fails: the one place that knows both adapters' spellings.
import { z } from 'zod';

const known = z.object({
  code: z.string(),
  meta: z
    .object({
      target: z.array(z.string()).optional(),
      driverAdapterError: z
        .object({
          cause: z.object({
            constraint: z
              .object({ fields: z.array(z.string()).optional(), index: z.string().optional() })
              .optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});

/** Prisma's codes for "another transaction was in the way": a busy file, a conflict or a dead-lock. */
const COLLISIONS = ['P1008', 'P2034'];

/**
 * The fields whose uniqueness a write would have broken, or undefined where `error` is something else.
 * @see Prisma P2002
 */
export function uniqueViolation(error: unknown): string[] | undefined {
  const read = known.safeParse(error);
  if (!read.success || read.data.code !== 'P2002') return undefined;
  const { meta } = read.data;
  const fields = meta?.driverAdapterError?.cause.constraint?.fields ?? meta?.target ?? [];
  return fields.map((field) => field.replaceAll('"', ''));
}

/** True where the same transaction may succeed when it is tried again. */
export function isCollision(error: unknown): boolean {
  const read = known.safeParse(error);
  return read.success && COLLISIONS.includes(read.data.code);
}
