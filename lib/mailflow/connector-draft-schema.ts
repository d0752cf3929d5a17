// What a draft sent to the server must look like. Apart from connector-draft.ts, which pages load and which
// therefore does without zod. Refuses unknown fields and texts or lists without end.
import { z } from 'zod';
import { DANE_MODES, MTA_STS_MODES } from './connector';
import { type ConnectorDraft, ENDPOINTS, IDENTIFICATIONS, LIST_MAX } from './connector-draft';
import { exchangeOriginSchema } from './exchange-origin-schema';

const text = (max: number) => z.string().max(max);
const entries = z.array(text(1_000)).max(LIST_MAX);

/** The shape of a draft: bounded, and nothing more. */
export const connectorDraftSchema = z.strictObject({
  from: z.enum(['', ...ENDPOINTS]),
  to: z.enum(['', ...ENDPOINTS]),
  name: text(1_000),
  description: text(10_000),
  enabled: z.boolean(),
  retainInternalHeaders: z.boolean(),
  scope: z.enum(['', 'acceptedDomains', 'transportRule', 'recipientDomains']),
  recipientDomains: entries,
  alsoRecipientDomains: entries,
  delivery: z.enum(['', 'mx', 'smartHosts']),
  smartHosts: entries,
  tlsRequired: z.boolean(),
  tlsCertificate: z.enum(['', 'any', 'trustedCa']),
  tlsMatchDomain: z.boolean(),
  tlsDomain: text(1_000),
  validationRecipients: entries,
  identifiedBy: z.enum(['', ...IDENTIFICATIONS]),
  senderCertificateName: text(1_000),
  senderDomains: entries,
  senderIpAddresses: entries,
  rejectWithoutTls: z.boolean(),
  rejectOtherCertificates: z.boolean(),
  rejectOtherAddresses: z.boolean(),
  allowedIpAddresses: entries,
  testMode: z.boolean(),
  smtpDaneMode: z.enum(DANE_MODES),
  mtaStsMode: z.enum(MTA_STS_MODES),
  routeAllViaOnPremises: z.boolean(),
  senderRewriting: z.boolean(),
  treatAsInternal: z.boolean(),
  associatedAcceptedDomains: entries,
  enhancedFiltering: z.enum(['nothing', 'lastAddress', 'addresses']),
  skippedAddresses: entries,
  filteredUsers: entries,
  exchange: exchangeOriginSchema.nullable(),
} satisfies Record<keyof ConnectorDraft, z.ZodType>) satisfies z.ZodType<ConnectorDraft, ConnectorDraft>;
