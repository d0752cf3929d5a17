// The route trace the other way: which inbound connector a connection to Office 365 belongs to, and what becomes of its
// message. Connects to nobody.
import { z } from 'zod';
import { attributeConnection } from '../mailflow/attribute-connection';
import type { Attribution } from '../mailflow/attribution-trace';
import {
  type AttributionQuestion,
  INBOUND_NAMES_MAX,
  INBOUND_RECIPIENTS_MAX,
  INBOUND_TEXT_MAX,
} from './attribution-query';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

const text = z.string().max(INBOUND_TEXT_MAX);
export const attributionQuestionInput = z.strictObject({
  ip: text,
  certificates: z.array(text).max(INBOUND_NAMES_MAX),
  trusted: z.boolean(),
  tls: z.boolean(),
  sender: text,
  recipients: z.array(text).max(INBOUND_RECIPIENTS_MAX),
});

export type AttributionAnswer = Readonly<{
  attribution: Attribution;
  /** The set-up has no connector into Office 365. */
  none: boolean;
}>;

/** The answer to a question about a connection. */
export async function attributionAnswer(
  context: OperationContext,
  { ip, certificates, trusted, tls, sender, recipients }: AttributionQuestion,
): Promise<Outcome<AttributionAnswer>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const { setup } = inForce.value;
  const attribution = attributeConnection(setup, {
    ...(ip.trim() !== '' && { ip: ip.trim() }),
    tls,
    certificateNames: tls ? certificates : [],
    certificateTrusted: trusted,
    mailFrom: sender,
    rcptTo: recipients,
  });
  return done({
    attribution,
    none: !setup.connectors.some(({ connector }) => connector.direction === 'inbound'),
  });
}
