import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDraft } from './arbitrary-for-tests';
import { type ConnectorDraft, emptyDraft } from './connector-draft';
import { DESCRIPTION_MAX, NAME_MAX, reviewDraft } from './connector-rules';

/** A draft with nothing to find. */
const sound: ConnectorDraft = {
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'Contoso to Fabrikam',
  scope: 'recipientDomains',
  recipientDomains: ['fabrikam.com', '*.fabrikam.com'],
  smartHosts: ['mail.contoso.com', '192.0.2.1'],
  validationRecipients: ['ada@fabrikam.com'],
};

const found = (given: Partial<ConnectorDraft>): string[] =>
  reviewDraft({ ...sound, ...given }).map(({ severity, field, code }) => `${severity} ${field} ${code}`);

const ROWS: readonly (readonly [what: string, given: Partial<ConnectorDraft>, ...expected: string[]])[] = [
  ['nothing is wrong', {}],
  ['a name of 64 characters', { name: '🐧'.repeat(NAME_MAX) }],
  ['blanks around a name of 64', { name: ` ${'a'.repeat(NAME_MAX)} ` }],
  ['a name of 65', { name: 'a'.repeat(NAME_MAX + 1) }, 'error name text.tooLong'],
  ['no name', { name: '' }, 'error name text.required'],
  [
    'a name of blanks',
    { name: ' \t\u00a0 ' },
    'error name text.required',
    'error name text.controlCharacters',
  ],
  ['a line break in the name', { name: 'a\r\nb' }, 'error name text.controlCharacters'],
  ['a NUL in the name', { name: 'a\u0000b' }, 'error name text.controlCharacters'],
  ['lines in the description', { description: 'one\r\ntwo\tthree' }],
  ['a NUL in the description', { description: 'a\u0000b' }, 'error description text.controlCharacters'],
  [
    'a description too long',
    { description: 'a'.repeat(DESCRIPTION_MAX + 1) },
    'error description text.tooLong',
  ],
  ['no From', { from: '', to: '' }, 'error from scenario.fromRequired'],
  ['no To', { to: '' }, 'error to scenario.toRequired'],
  ['To that From does not allow', { to: 'office365' }, 'error to scenario.impossible'],
  [
    'a name as the Hybrid Configuration Wizard gives it',
    { name: 'Outbound to 0a1b2c3d-0000-4000-8000-0123456789ab' },
    'warning name name.hybridWizard',
  ],
  ['test mode', { testMode: true }, 'warning testMode advanced.testMode'],
  ['mandatory DANE', { smtpDaneMode: 'mandatory' }, 'warning smtpDaneMode advanced.daneMandatory'],
  [
    'all messages by the own servers, and domains that leave mail out',
    { routeAllViaOnPremises: true },
    'info routeAllViaOnPremises advanced.routeAll',
  ],
  [
    'leftovers of another scenario',
    { senderIpAddresses: ['::1'], treatAsInternal: true, filteredUsers: [''] },
  ],
  ['no use chosen', { scope: '' }, 'error scope scope.required'],
  [
    'domains chosen, none added',
    { recipientDomains: [] },
    'error recipientDomains recipientDomains.required',
  ],
  ['every domain', { recipientDomains: ['*'] }, 'warning recipientDomains recipientDomains.everything'],
  ['a wrong domain', { recipientDomains: ['a.*.b'] }, 'error recipientDomains pattern.wildcardPlace'],
  ['a wrong domain that is not in use', { scope: 'acceptedDomains', recipientDomains: ['a.*.b'] }],
  ['no host', { smartHosts: [] }, 'error smartHosts smartHosts.required'],
  ['a forged host', { smartHosts: ['http://mail'] }, 'error smartHosts host.url'],
  [
    'a host twice, in other case',
    { smartHosts: ['mail.contoso.com', 'MAIL.contoso.com'] },
    'error smartHosts list.duplicate',
  ],
  [
    'a host by two spellings',
    { smartHosts: ['2001:db8::25', '[2001:DB8:0::25]:25'] },
    'error smartHosts list.duplicate',
  ],
  [
    'one host on two ports',
    { smartHosts: ['mail.contoso.com', 'mail.contoso.com:26'] },
    'warning smartHosts smartHosts.otherPort',
  ],
  [
    'IPv6 on another port',
    { smartHosts: ['[2001:db8::25]:2525'] },
    'warning smartHosts smartHosts.otherPort',
  ],
  ['a private host', { smartHosts: ['10.0.0.1'] }, 'warning smartHosts smartHosts.privateAddress'],
  [
    'a host of the cloud itself',
    { smartHosts: ['contoso-com.mail.protection.outlook.com'] },
    'warning smartHosts smartHosts.namesCloud',
  ],
  [
    'a domain two times',
    { recipientDomains: ['*.Contoso.com', '*.contoso.com'] },
    'error recipientDomains list.duplicate',
  ],
  [
    'a mailbox two times',
    { validationRecipients: ['Ada@contoso.com', 'ada@contoso.com'] },
    'error validationRecipients list.duplicate',
  ],
  ['no mailbox', { validationRecipients: [] }, 'error validationRecipients validationRecipients.required'],
  [
    'a mailbox with a command',
    { validationRecipients: ['ada@contoso.com\r\nDATA'] },
    'error validationRecipients email.controlCharacters',
  ],
  ['no certificate choice', { tlsCertificate: '' }, 'error tlsCertificate tls.certificateRequired'],
  ['no certificate choice, and none needed', { tlsRequired: false, tlsCertificate: '' }],
  [
    'no domain for the certificate',
    { smartHosts: ['mail.contoso.com'], tlsMatchDomain: true },
    'error tlsDomain tls.domainRequired',
  ],
  ['no domain where any certificate will do', { tlsCertificate: 'any', tlsMatchDomain: true }],
  [
    'a wrong domain for the certificate',
    { smartHosts: ['mail.contoso.com'], tlsMatchDomain: true, tlsDomain: 'com' },
    'error tlsDomain host.notQualified',
  ],
  [
    'every domain for the certificate',
    { smartHosts: ['mail.contoso.com'], tlsMatchDomain: true, tlsDomain: '*' },
    'error tlsDomain pattern.wildcardTooWide',
  ],
  [
    'an address whose certificate shall name a domain',
    { tlsMatchDomain: true, tlsDomain: 'contoso.com' },
    'warning tlsDomain smartHosts.addressWithTlsDomain',
  ],
];

const partner: Partial<ConnectorDraft> = { to: 'partner', delivery: 'smartHosts' };
const own: Partial<ConnectorDraft> = {
  from: 'organization',
  to: 'office365',
  identifiedBy: 'certificate',
  senderCertificateName: 'contoso.com',
};
const byAddress: Partial<ConnectorDraft> = {
  ...own,
  identifiedBy: 'ipAddresses',
  senderIpAddresses: ['198.51.100.25'],
};
const fromPartner: Partial<ConnectorDraft> = {
  from: 'partner',
  to: 'office365',
  identifiedBy: 'senderDomains',
  senderDomains: ['fabrikam.com'],
};

const OTHER_SCENARIOS: typeof ROWS = [
  ['a partner by smart hosts', partner],
  ['a partner by its MX record needs no smart host', { ...partner, delivery: 'mx', smartHosts: [] }],
  ['a partner, and no routing chosen', { ...partner, delivery: '' }, 'error delivery delivery.required'],
  [
    'accepted domains for a partner',
    { ...partner, scope: 'acceptedDomains' },
    'error scope scope.notForPartner',
  ],
  [
    "a mailbox outside of the partner's domains",
    { ...partner, validationRecipients: ['ada@fabrikam.com', 'bob@mail.fabrikam.com', 'eve@contoso.com'] },
    'error validationRecipients validationRecipients.otherDomain',
  ],
  [
    'a partner by rule may be tested with any mailbox',
    { ...partner, scope: 'transportRule', validationRecipients: ['eve@contoso.com'] },
  ],

  ['own servers by certificate', own],
  [
    'own servers, nothing to identify them',
    { ...own, identifiedBy: '' },
    'error identifiedBy identification.required',
  ],
  [
    'no certificate name',
    { ...own, senderCertificateName: ' ' },
    'error senderCertificateName senderCertificate.required',
  ],
  [
    'a wildcard for the certificate',
    { ...own, senderCertificateName: '*.contoso.com' },
    'warning senderCertificateName senderCertificate.wildcard',
  ],
  [
    'every certificate',
    { ...own, senderCertificateName: '*' },
    'error senderCertificateName pattern.wildcardTooWide',
  ],
  ['own servers by address', byAddress],
  ['no address', { ...byAddress, senderIpAddresses: [] }, 'error senderIpAddresses ipRange.required'],
  [
    'a private address',
    { ...byAddress, senderIpAddresses: ['10.5.3.2'] },
    'warning senderIpAddresses ipRange.private',
  ],
  [
    'an IPv6 address',
    { ...byAddress, senderIpAddresses: ['2001:db8::25'] },
    'error senderIpAddresses ipRange.ipv6',
  ],
  [
    'a range too wide',
    { ...byAddress, senderIpAddresses: ['198.51.100.0/23'] },
    'error senderIpAddresses ipRange.tooWide',
  ],
  [
    'one range by two spellings',
    { ...byAddress, senderIpAddresses: ['198.51.100.0/24', '198.51.100.7/24'] },
    'error senderIpAddresses list.duplicate',
  ],
  [
    'internal messages that keep internal headers',
    { ...byAddress, treatAsInternal: true },
    'error treatAsInternal advanced.internalWithHeaders',
  ],
  [
    'internal messages without the headers',
    { ...byAddress, treatAsInternal: true, retainInternalHeaders: false },
  ],
  [
    'only some accepted domains',
    { ...byAddress, associatedAcceptedDomains: ['contoso.com'] },
    'warning associatedAcceptedDomains associatedDomains.staged',
  ],
  [
    'addresses to skip, none added',
    { ...byAddress, enhancedFiltering: 'addresses' },
    'error skippedAddresses skippedAddresses.required',
  ],
  [
    'addresses that are skipped in vain',
    {
      ...byAddress,
      enhancedFiltering: 'addresses',
      skippedAddresses: ['192.168.0.1-192.168.0.9', '40.107.1.0/24'],
    },
    'warning skippedAddresses skippedAddresses.private',
    'warning skippedAddresses skippedAddresses.microsoft',
  ],
  ['addresses to skip that are not in use', { ...byAddress, skippedAddresses: ['x'], filteredUsers: ['x'] }],

  ['a partner by domain, held to TLS', fromPartner],
  [
    'a partner by domain, held to nothing',
    { ...fromPartner, rejectWithoutTls: false },
    'error rejectWithoutTls restrictions.required',
  ],
  [
    'every sender, held to addresses',
    {
      ...fromPartner,
      senderDomains: ['*'],
      rejectWithoutTls: false,
      rejectOtherAddresses: true,
      allowedIpAddresses: ['198.51.100.0/24'],
    },
    'warning senderDomains senderDomains.everything',
  ],
  [
    'held to addresses, none added',
    { ...fromPartner, rejectOtherAddresses: true },
    'error allowedIpAddresses ipRange.required',
  ],
  [
    'held to a certificate without a name',
    { ...fromPartner, rejectOtherCertificates: true },
    'error senderCertificateName senderCertificate.required',
  ],
  [
    'held to a certificate and to addresses',
    {
      ...fromPartner,
      rejectOtherCertificates: true,
      senderCertificateName: 'fabrikam.com',
      rejectOtherAddresses: true,
      allowedIpAddresses: ['198.51.100.1'],
    },
    'warning rejectOtherCertificates restrictions.certificateAndAddresses',
  ],
  [
    'a certificate that does not count without TLS',
    {
      ...fromPartner,
      rejectWithoutTls: false,
      rejectOtherCertificates: true,
      rejectOtherAddresses: true,
      allowedIpAddresses: ['198.51.100.1'],
    },
  ],
  [
    'a partner known by its addresses is held to them already',
    {
      ...fromPartner,
      identifiedBy: 'ipAddresses',
      senderIpAddresses: ['198.51.100.1'],
      rejectWithoutTls: false,
    },
  ],
];

describe('a review of a draft', () => {
  for (const [what, given, ...expected] of ROWS) {
    it(what, () => expect(found(given)).toEqual(expected));
  }

  for (const [what, given, ...expected] of OTHER_SCENARIOS) {
    it(what, () => expect(found(given)).toEqual(expected));
  }

  it('fills the words: which host, which port', () => {
    expect(reviewDraft({ ...sound, smartHosts: ['mail.contoso.com:2525'] })[0]?.params).toEqual({
      host: 'mail.contoso.com',
      port: 2525,
    });
  });

  it('never throws, and names a field of the draft in every finding', () => {
    const fields = Object.keys(emptyDraft());
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const { field } of reviewDraft(draft)) expect(fields).toContain(field);
      }),
      { numRuns: 300 },
    );
  });
});
