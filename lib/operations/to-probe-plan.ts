// What the probe is asked to do for a validation: its plan with the settings of this console.
import { randomUUID } from 'node:crypto';
import { meetsTlsDemand } from '../mailflow/tls-demand';
import type { ValidationPlan } from '../mailflow/validation-plan';
import type { ProbePlan } from '../probe/probe-plan';
import type { Settings } from '../settings';

/** RFC 2606 keeps this domain free of owners, and it takes no mail: whoever accepts it would accept any. */
const FOREIGN_RECIPIENT = 'mailspan-validation@example.com';

/** `id` is unique for the run; it begins the Message-IDs of its test messages. */
export function toProbePlan(
  id: string,
  plan: ValidationPlan,
  probe: Settings['probe'],
  now: () => Date,
): ProbePlan {
  const { allowLoopback, denyPrivate, ports, heloName, sender, limits } = probe;
  return {
    hosts: plan.hosts,
    recipients: plan.recipients,
    send: !plan.envelopeOnly,
    ...(plan.checkRefusals && {
      refusals: { unknownLocalPart: `mailspan-${randomUUID()}`, foreignRecipient: FOREIGN_RECIPIENT },
    }),
    sender,
    heloName,
    limits,
    ports,
    allowLoopback,
    denyPrivate,
    message: { from: sender || `mailspan-validation@${heloName}`, date: now(), id },
    mayProceed: (tls) => meetsTlsDemand(plan.tls, tls, now()),
  };
}
