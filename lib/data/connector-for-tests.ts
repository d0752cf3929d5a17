// A connector as an admin would save it, for tests that need one.
import type { Connector } from '../mailflow/connector';
import type { NewVersion } from './connectors';

export const contoso: Connector = {
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

/** A first version of `contoso` with `changes`, saved without a validation. */
export const newVersion = (changes: Partial<Connector> = {}, fingerprint = 'f1'): NewVersion => ({
  connector: { ...contoso, ...changes },
  fingerprint,
  createdAt: new Date('2026-11-24T08:00:00.000Z'),
  createdById: 'ada',
  createdByName: 'Ada',
  failureAcknowledged: false,
});
