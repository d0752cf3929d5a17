import { expect, it, test } from 'vitest';
import type { AcceptedDomain } from './accepted-domain';
import { acceptedHints } from './accepted-hints';
import { type ConnectorDraft, emptyDraft } from './connector-draft';

const KNOWN: readonly AcceptedDomain[] = [
  { type: 'authoritative', domain: 'contoso.com', isDefault: true },
  { type: 'internalRelay', domain: 'relay.com', isDefault: false, matchSubDomains: true },
];
const outbound: Partial<ConnectorDraft> = {
  from: 'office365',
  to: 'organization',
  scope: 'recipientDomains',
};
const own: Partial<ConnectorDraft> = { from: 'organization', to: 'office365', identifiedBy: 'certificate' };
const partner: Partial<ConnectorDraft> = { from: 'partner', to: 'office365', identifiedBy: 'senderDomains' };
const hints = (draft: Partial<ConnectorDraft>, known = KNOWN) =>
  acceptedHints({ ...emptyDraft(), ...draft }, known).map(
    ({ severity, field, code, params }) => `${severity} ${field} ${code} ${params?.value}`,
  );

test.each<[string, Partial<ConnectorDraft>, readonly string[]]>([
  ['a certificate of an accepted domain', { ...own, senderCertificateName: 'Contoso.com' }, []],
  ['a wildcard of one', { ...own, senderCertificateName: '*.contoso.com' }, []],
  ['a name below one that takes its subdomains', { ...own, senderCertificateName: 'mail.relay.com' }, []],
  [
    'a name below one that does not',
    { ...own, senderCertificateName: 'mail.contoso.com' },
    ['warning senderCertificateName senderCertificate.notAccepted mail.contoso.com'],
  ],
  ['no certificate name yet', { ...own, senderCertificateName: ' ' }, []],
  [
    'own servers for domains accepted and other',
    { ...outbound, recipientDomains: ['contoso.com', '*.relay.com', '*', 'fabrikam.com', '*.litware.com'] },
    [
      'info recipientDomains recipientDomains.notAccepted fabrikam.com',
      'info recipientDomains recipientDomains.notAccepted *.litware.com',
    ],
  ],
  [
    'domains that do not count any more',
    { ...outbound, scope: 'transportRule', recipientDomains: ['fabrikam.com'] },
    [],
  ],
  [
    'a partner for an own domain',
    { ...outbound, to: 'partner', recipientDomains: ['fabrikam.com', 'contoso.com'] },
    ['warning recipientDomains recipientDomains.own contoso.com'],
  ],
  [
    'a partner that sends from an own domain',
    { ...partner, senderDomains: ['contoso.com', 'fabrikam.com'] },
    ['warning senderDomains senderDomains.own contoso.com'],
  ],
  ['all accepted domains', { ...outbound, scope: 'acceptedDomains' }, []],
])('%s', (_, draft, expected) => expect(hints(draft)).toEqual(expected));

it('says that no accepted domain is known, where one would be asked for, and nothing else', () => {
  expect(hints({ ...own, senderCertificateName: 'mail.contoso.com' }, [])).toEqual([
    'info senderCertificateName senderCertificate.checkAccepted mail.contoso.com',
  ]);
  expect(hints({ ...outbound, scope: 'acceptedDomains' }, [])).toEqual(['info scope scope.noneKnown ']);
  expect(hints({ ...outbound, recipientDomains: ['fabrikam.com'] }, [])).toEqual([]);
});

it('tells of the first few of a long list', () => {
  const recipientDomains = Array.from({ length: 40 }, (_, at) => `d${at}.com`);
  expect(hints({ ...outbound, recipientDomains })).toHaveLength(5);
});
