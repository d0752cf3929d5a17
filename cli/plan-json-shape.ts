// The shape of what `mailspan plan --json` prints. docs/schema/plan.schema.json is made of it, by its test.
import { z } from 'zod';
import { FILE_LISTS } from '../lib/exchange/exchange-file';
import { IMPORT_NOTE_CODES } from '../lib/exchange/import-note-codes';
import { PLAN_CONFLICTS, PLAN_RESULTS } from '../lib/exchange/plan-row';

const row = z.looseObject({
  key: z.string().describe('The same whenever the same object is read.'),
  kind: z.enum(['connector', 'acceptedDomain', 'transportRule']),
  name: z.string(),
  line: z
    .int()
    .optional()
    .describe('Where the object begins in the file, from 1; absent for what is only here.'),
  result: z.enum(PLAN_RESULTS),
  changes: z
    .array(z.looseObject({ property: z.string(), from: z.json(), to: z.json() }))
    .optional()
    .describe('Of a changed row: what is different, by the names of the cmdlets’ parameters.'),
  conflict: z.enum(PLAN_CONFLICTS).optional().describe('Why nobody can say what the object would become.'),
  others: z.array(z.string()).optional().describe('Of a conflict: the names of the others.'),
  moved: z
    .enum(['tenant', 'here', 'both'])
    .optional()
    .describe('Who has moved since the tenant was read the last time.'),
  notes: z.array(
    z.looseObject({ code: z.enum(IMPORT_NOTE_CODES), severity: z.enum(['error', 'warning', 'info']) }),
  ),
});

export const planJson = z
  .looseObject({
    counts: z.looseObject(Object.fromEntries(PLAN_RESULTS.map((result) => [result, z.int()]))),
    covers: z
      .array(z.enum(FILE_LISTS))
      .describe('The lists that the file has; of the others it says nothing.'),
    leftAside: z.looseObject({
      rulesWithoutConnector: z.int(),
      repeated: z.int().describe('Objects that the file has more than once.'),
      otherObjects: z.int().describe('Objects of no kind that the console knows.'),
    }),
    rows: z.array(row),
  })
  .describe('What taking the file over would do. Keys may be added; none of these will be taken away.');

export type PlanJson = z.input<typeof planJson>;
