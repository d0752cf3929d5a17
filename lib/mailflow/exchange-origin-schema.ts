// What a draft or a set-up file may say of a record of Exchange: bounded, and nothing more. Apart from exchange-origin.ts, as
// pages do without zod.
import { z } from 'zod';
import { type ExchangeOrigin, isBounded, SETTING_NAME_MAX } from './exchange-origin';

export const jsonSchema = z.json().describe('Any JSON.');

/** @see ExchangeOrigin */
export const exchangeOriginSchema: z.ZodType<ExchangeOrigin, ExchangeOrigin> = z
  .strictObject({
    guid: z.string().max(64).exactOptional(),
    kept: z.array(
      z.strictObject({
        name: z.string().max(SETTING_NAME_MAX),
        value: jsonSchema,
        instead: jsonSchema.exactOptional(),
      }),
    ),
  })
  .refine(isBounded)
  .describe('What Exchange said beyond what the console knows, kept for the way back.');
