// The shape of a set-up file: what the console exports, the command line reads, and people may write by hand.
// docs/schema/set-up.schema.json is made of it, by its test. Refuses fields it does not know.
import { z } from 'zod';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { exchangeOriginSchema, jsonSchema } from '../mailflow/exchange-origin-schema';
import { MAIL_SCOPES } from '../mailflow/transport-rule';

const NAME_MAX = 64;
/** Characters are counted as the wizard and JSON Schema do; a string of zod's is measured in UTF-16 units. */
const name = z
  .string()
  .min(1)
  .refine((text) => [...text].length <= NAME_MAX)
  .meta({ maxLength: NAME_MAX });
const texts = (what: string) => z.array(z.string().max(1_000)).min(1).describe(what);
const DOMAINS = 'Domains, with all below them.';
const ADDRESSES = 'Addresses.';
const PATTERNS = 'Texts in which * stands for anything.';

const condition = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['recipientDomainIs', 'senderDomainIs']), domains: texts(DOMAINS) }),
    z.strictObject({ kind: z.enum(['recipientIs', 'senderIs']), addresses: texts(ADDRESSES) }),
    z.strictObject({ kind: z.enum(['recipientMatches', 'senderMatches']), patterns: texts(PATTERNS) }),
    z.strictObject({
      kind: z.enum(['recipientMemberOf', 'senderMemberOf']),
      group: z.string().max(256).default(''),
      members: z
        .array(z.string().max(1_000))
        .default([])
        .describe("The group's members, by address. Without them no trace can tell who is in it."),
    }),
    z.strictObject({ kind: z.enum(['recipientScope', 'senderScope']), scope: z.enum(MAIL_SCOPES) }),
    z.strictObject({ kind: z.literal('headerContains'), header: z.string(), words: texts('Words.') }),
    z.strictObject({ kind: z.literal('headerMatches'), header: z.string(), patterns: texts(PATTERNS) }),
    z.strictObject({
      kind: z.literal('sizeAtLeast'),
      bytes: z.int().positive().describe('Of the whole message.'),
    }),
    z.strictObject({
      kind: z.literal('other'),
      parameter: z
        .string()
        .describe("Another predicate of Exchange: its cmdlet's parameter, without ExceptIf."),
      value: jsonSchema,
    }),
  ])
  .describe('One thing that a rule asks of a message; of several values any one will do.');

const acceptedDomain = z.strictObject({
  domain: z.string(),
  type: z.enum(['authoritative', 'internalRelay']).default('authoritative'),
  isDefault: z.boolean().default(false),
  matchSubDomains: z.boolean().default(false).describe('Only with internalRelay.'),
  exchange: exchangeOriginSchema.exactOptional(),
});

const transportRule = z.strictObject({
  name,
  enabled: z.boolean().default(true),
  priority: z.int().nonnegative().optional().describe('0 comes first. Left out: its place in the list.'),
  conditions: z.array(condition).default([]).describe('All must hold.'),
  exceptions: z.array(condition).default([]).describe('Any one excludes the message.'),
  connector: z.string().describe('The name of the connector that the message is redirected to.'),
  stopProcessing: z.boolean().default(false),
  exchange: exchangeOriginSchema.exactOptional(),
});

const HEALTH = ['passed', 'failed', 'inconclusive', 'never', 'stale', 'notApplicable'] as const;

const connector = connectorDraftSchema
  .partial()
  .extend({
    from: z.enum(['office365', 'organization', 'partner']),
    to: z.enum(['office365', 'organization', 'partner']),
    name,
    validation: z
      .enum(HEALTH)
      .default('never')
      .describe('What its last validation came to; `passed` goes before others where all else is equal.'),
  })
  .describe('The fields of the wizard. What is left out is as the wizard has it before anything is chosen.');

export const setUpFileShape = z.strictObject({
  acceptedDomains: z.array(acceptedDomain).default([]),
  transportRules: z.array(transportRule).default([]),
  connectors: z.array(connector).default([]),
});

export type SetUpFile = z.output<typeof setUpFileShape>;
