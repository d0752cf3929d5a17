// The shape of a line that `mailspan trace --json` prints. docs/schema/trace.schema.json is made of it, by its test.
import { z } from 'zod';
import { BEATEN_REASONS, ROUTE_NOTES, ROUTE_REASONS, type RouteNoteCode } from '../lib/mailflow/route-trace';

const name = z.string();

export const traceJson = z
  .looseObject({
    to: z.string().describe('The recipient as it was given.'),
    address: z.string().nullable().describe('As it was read; null where it is no address.'),
    outcome: z
      .enum(['connector', 'default', 'unknown'])
      .describe(
        "connector: winner takes the message. default: the service's own routing. unknown: nobody can say.",
      ),
    winner: name.nullable().describe('The connector that takes the message, by name.'),
    reason: z.enum(ROUTE_REASONS).describe('Why the route is what it is.'),
    pattern: name.optional().describe("The winner's own pattern that matched."),
    rule: name.optional().describe('The transport rule that decided.'),
    ambiguous: z.boolean().describe('The documents do not settle it.'),
    beaten: z
      .array(
        z.looseObject({
          name,
          reason: z.enum(BEATEN_REASONS),
          match: z.enum(ROUTE_REASONS).describe('What it has for the recipient.'),
          wouldWin: z
            .boolean()
            .describe('It would take the message if only it were on, or out of test mode.'),
        }),
      )
      .describe('Connectors that have something for the recipient and do not take the message.'),
    literalListWinner: name
      .nullable()
      .describe("What the article's numbered list, read word for word, would choose."),
    notes: z
      .array(z.enum(Object.keys(ROUTE_NOTES) as [RouteNoteCode, ...RouteNoteCode[]]))
      .describe('What to know about the answer.'),
    problem: z.looseObject({ code: z.string() }).optional().describe('Why the recipient can not be read.'),
  })
  .describe('The answer for one recipient.');

export type TraceJson = z.infer<typeof traceJson>;
