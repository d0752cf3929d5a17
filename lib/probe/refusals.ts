// Asks a server, behind the ordinary envelopes and on the same connection, what it accepts and refuses. By RCPT alone:
// there is never a DATA here, so nobody gets a message.
import { mailDomainOf } from '../mailflow/mail-exchangers';
import { RELAY_CHECKS, type RelayCheck } from '../mailflow/observation';
import type { RefusalQuestions } from './probe-plan';
import type { Session } from './session';
import { isOver, mailFrom, rcptTo } from './transaction';

/** The three questions, each in a transaction of its own; stops where the connection is over or MAIL is refused. */
export async function askWhatIsRefused(session: Session): Promise<void> {
  const { plan, recipients } = session;
  const [first] = recipients;
  if (!plan.refusals || first === undefined) return;
  const asked = recipientsOf(plan.refusals, mailDomainOf(first));
  for (const check of RELAY_CHECKS) {
    const mail = await mailFrom(session, true, check);
    if (mail.failure) return;
    const rcpt = await rcptTo(session, { recipient: asked[check], check });
    if (isOver(session, rcpt)) return;
  }
}

const recipientsOf = (
  { unknownLocalPart, foreignRecipient }: RefusalQuestions,
  domain: string,
): Record<RelayCheck, string> => ({
  postmaster: `postmaster@${domain}`,
  unknownRecipient: `${unknownLocalPart}@${domain}`,
  foreignDomain: foreignRecipient,
});
