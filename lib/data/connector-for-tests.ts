// A connector as an admin would save it, for tests that need one.
import {
  type Connector,
  type InboundFromOrganization,
  type InboundFromPartner,
  OUTBOUND_DEFAULTS,
  type OutboundConnector,
} from '../mailflow/connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import type { NewVersion } from './connector-versions';

export const contoso: OutboundConnector = {
  ...OUTBOUND_DEFAULTS,
  direction: 'outbound',
  partnerKind: 'onPremises',
  name: 'Contoso to Fabrikam',
  description: 'Mail for the old servers',
  enabled: true,
  retainInternalHeaders: true,
  scope: { kind: 'recipientDomains', domains: [{ kind: 'suffix', domain: 'fabrikam.com' }] },
  delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 2525 }] },
  tls: { level: 'domainValidation', domain: 'contoso.com' },
  validationRecipients: ['postmaster@fabrikam.com'],
};

const inbound = {
  direction: 'inbound',
  description: '',
  enabled: true,
  retainInternalHeaders: false,
  treatAsInternal: false,
  associatedAcceptedDomains: [],
  enhancedFiltering: { skip: 'nothing' },
} as const;

export const fromContoso: InboundFromOrganization = {
  ...inbound,
  partnerKind: 'onPremises',
  name: 'From Contoso',
  identification: { by: 'ipAddresses', addresses: [{ address: '203.0.113.0', prefix: 24 }] },
};

export const fromFabrikam: InboundFromPartner = {
  ...inbound,
  partnerKind: 'partner',
  name: 'From Fabrikam',
  identification: { by: 'senderDomains', domains: [{ kind: 'exact', domain: 'fabrikam.com' }] },
  restrictions: { tls: { certificateName: 'mail.fabrikam.com' } },
};

/** A first version of `contoso` with `changes`, saved without a validation. */
export const newVersion = (changes: Partial<OutboundConnector> = {}, fingerprint = 'f1') =>
  ({
    connector: { ...contoso, ...changes },
    fingerprint,
    createdAt: new Date('2026-11-24T08:00:00.000Z'),
    createdById: 'ada',
    createdByName: 'Ada',
    failureAcknowledged: false,
  }) satisfies NewVersion;

/** A first version of any connector, as its own fingerprint says. */
export const firstVersion = (connector: Connector): NewVersion => ({
  ...newVersion(),
  connector,
  fingerprint: fingerprintOf(connector),
});
