// What a validation result is bound to: the settings that it tested, and nothing that can't change it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OutboundConnector } from './connector';
import type { ConnectorDraft } from './connector-draft';
import { toTlsPolicy } from './connector-draft';
import { parseEmailAddress } from './email-address';
import { formatSmartHost, parseSmartHost } from './smart-host';
import type { ValidationPlan } from './validation-plan';

/** What validating this connector tests. A connector that uses MX has no hosts of its own yet. */
export const planOf = ({ delivery, tls, validationRecipients }: OutboundConnector): ValidationPlan => ({
  hosts: delivery.by === 'smartHosts' ? delivery.hosts : [],
  tls,
  recipients: validationRecipients,
});

/** The plan of a draft whose hosts, TLS demand and recipients are complete; its other fields don't matter. */
export function planOfDraft(draft: ConnectorDraft): ValidationPlan | undefined {
  const tls = toTlsPolicy(draft);
  const hosts = draft.smartHosts.map(parseSmartHost).flatMap((read) => (read.ok ? [read.value] : []));
  const recipients = draft.validationRecipients
    .map(parseEmailAddress)
    .flatMap((read) => (read.ok ? [read.value] : []));
  const complete =
    hosts.length === draft.smartHosts.length && recipients.length === draft.validationRecipients.length;
  if (!tls || !complete || hosts.length === 0 || recipients.length === 0) return undefined;
  return { hosts, tls, recipients };
}

/** SHA-256 in lower-case hex over the plan's canonical text. The order of hosts and recipients does not count. */
export function fingerprint({ hosts, tls, recipients }: ValidationPlan): string {
  const canonical = JSON.stringify([
    'validation-plan-1',
    hosts.map(formatSmartHost).sort(),
    tls.level,
    tls.level === 'domainValidation' ? tls.domain : '',
    [...recipients].sort(),
  ]);
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
