// What a draft or a set-up file may say of a record of Exchange: bounded, and nothing more. Apart from exchange-origin.ts, as
// pages do without zod.
import { z } from 'zod';
import type { ExchangeOrigin } from './exchange-origin';

/** Of JSON text; the longest record known has less than a tenth. */
const LENGTH_MAX = 100_000;

export const jsonSchema = z.json().describe('Any JSON.');

/** @see ExchangeOrigin */
export const exchangeOriginSchema: z.ZodType<ExchangeOrigin, ExchangeOrigin> = z
  .strictObject({
    guid: z.string().max(64).exactOptional(),
    kept: z.array(
      z.strictObject({ name: z.string().max(256), value: jsonSchema, instead: jsonSchema.exactOptional() }),
    ),
  })
  .refine((origin) => JSON.stringify(origin).length <= LENGTH_MAX)
  .describe('What Exchange said beyond what the console knows, kept for the way back.');
