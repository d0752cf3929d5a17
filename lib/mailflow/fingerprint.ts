// What a validation result is bound to: the settings that it tested, and nothing that can't change it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Connector, OutboundConnector } from './connector';
import type { ConnectorDraft } from './connector-draft';
import { toDelivery, toTlsPolicy } from './draft-to-connector';
import { parseEmailAddress } from './email-address';
import { formatSmartHost } from './smart-host';
import type { ValidationPlan } from './validation-plan';

/** What validating this connector tests; nothing for an inbound one, which the service has no validation for. */
export function planOf(connector: OutboundConnector): ValidationPlan;
export function planOf(connector: Connector): ValidationPlan | undefined;
export function planOf(connector: Connector): ValidationPlan | undefined {
  if (connector.direction === 'inbound') return undefined;
  const { delivery, tls, validationRecipients } = connector;
  return { hosts: delivery.by === 'smartHosts' ? delivery.hosts : [], tls, recipients: validationRecipients };
}

/** The plan of an outbound draft whose route, TLS demand and recipients are complete; its other fields don't matter. */
export function planOfDraft(draft: ConnectorDraft): ValidationPlan | undefined {
  const delivery = toDelivery(draft);
  const tls = toTlsPolicy(draft);
  const recipients = draft.validationRecipients
    .map(parseEmailAddress)
    .flatMap((read) => (read.ok ? [read.value] : []));
  const complete = recipients.length > 0 && recipients.length === draft.validationRecipients.length;
  if (draft.from !== 'office365' || !delivery || !tls || !complete) return undefined;
  return { hosts: delivery.by === 'smartHosts' ? delivery.hosts : [], tls, recipients };
}

/** The fingerprint of what validating the connector tests; empty for an inbound one. */
export function fingerprintOf(connector: Connector): string {
  const plan = planOf(connector);
  return plan ? fingerprint(plan) : '';
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
