// The shape of what `mailspan attribute --json` prints. docs/schema/attribute.schema.json is made of it, by its test.
import { z } from 'zod';
import {
  ATTRIBUTION_BEATEN,
  ATTRIBUTION_NOTES,
  ATTRIBUTION_REASONS,
  ATTRIBUTION_VERDICTS,
  type AttributionVerdictCode,
} from '../lib/mailflow/attribution-trace';

const codes = Object.keys(ATTRIBUTION_VERDICTS) as [AttributionVerdictCode, ...AttributionVerdictCode[]];

export const attributionJson = z
  .looseObject({
    winner: z.string().nullable().describe('The connector that the connection belongs to, by name.'),
    reason: z.enum(ATTRIBUTION_REASONS).describe('Why.'),
    value: z.string().nullable().describe('What of the connection matched: a name, a range, a pattern.'),
    ambiguous: z.boolean().describe('The documents do not settle it.'),
    beaten: z
      .array(
        z.looseObject({
          name: z.string(),
          reason: z.enum(ATTRIBUTION_BEATEN),
          match: z.enum(ATTRIBUTION_REASONS).describe('What it has for the connection.'),
          wouldWin: z.boolean().describe('The connection would belong to it if only it were on.'),
        }),
      )
      .describe('Connectors that match the connection and are not the one.'),
    recipients: z
      .array(
        z.looseObject({
          to: z.string().describe('As it was given.'),
          verdict: z.enum(['accepted', 'refused', 'unknown']),
          code: z.enum(codes).describe('Why.'),
          reply: z
            .looseObject({ code: z.string(), text: z.string() })
            .nullable()
            .describe('What the service would say, as far as it was seen.'),
        }),
      )
      .describe('What becomes of the message, for each recipient in turn.'),
    notes: z.array(z.enum(ATTRIBUTION_NOTES)).describe('What is not certain, or worth knowing.'),
    problems: z
      .array(z.looseObject({ field: z.string(), code: z.string() }))
      .describe('What can not be read of the connection.'),
  })
  .describe('The answer about one connection.');

export type AttributionJson = z.infer<typeof attributionJson>;
