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
  ['no From', { from: '', to: '' }, 'error from scenario.required'],
  ['no To', { to: '' }, 'error to scenario.required'],
  ['To that From does not allow', { to: 'office365' }, 'error to scenario.impossible'],
  ['a scenario without its wizard', { to: 'partner' }, 'error to scenario.notYet'],
  [
    'accepted domains for a partner',
    { to: 'partner', scope: 'acceptedDomains' },
    'error to scenario.notYet',
    'error scope scope.notForPartner',
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

describe('a review of a draft', () => {
  for (const [what, given, ...expected] of ROWS) {
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
