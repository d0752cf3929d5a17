// Two connections to Office 365, in which a test changes what it is about.
import { attributeConnection } from './attribute-connection';
import type { Attribution, InboundConnection } from './attribution-trace';
import type { MailSetup } from './mail-setup';
import { fromOrganization } from './setup-for-tests';

/** A server with a certificate of its own, at an address of its own, that sends for the organization. */
export const server: InboundConnection = {
  ip: '203.0.113.5',
  tls: true,
  certificateNames: ['mail.contoso.com'],
  certificateTrusted: true,
  mailFrom: 'ada@contoso.com',
  rcptTo: ['bob@contoso.com'],
};
/** A partner's. */
export const partner: InboundConnection = {
  ...server,
  ip: '198.51.100.7',
  certificateNames: ['mx.fabrikam.com'],
  mailFrom: 'eva@fabrikam.com',
};

export const ask = (
  given: MailSetup,
  connection: Partial<InboundConnection> = {},
  base = server,
): Attribution => attributeConnection(given, { ...base, ...connection });

export const byCertificate = fromOrganization('Certificate', 'mail.contoso.com');
export const byWildcard = fromOrganization('Wildcard', '*.contoso.com');
export const byAddress = fromOrganization('Address', '203.0.113.0/24');
export const byNarrowAddress = fromOrganization('Narrow', '192.0.2.0/24 203.0.113.4/31');
