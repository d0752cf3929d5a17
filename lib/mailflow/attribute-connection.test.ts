import { describe, expect, test } from 'vitest';
import type { InboundConnection } from './attribution-trace';
import {
  ask,
  byAddress,
  byCertificate,
  byNarrowAddress,
  byWildcard,
  partner,
  server,
} from './inbound-for-tests';
import type { MailSetup } from './mail-setup';
import { fromOrganization, fromPartner, outbound, setup } from './setup-for-tests';

const on = 'contoso.com';
const off = { enabled: false };

describe('which connector', () => {
  const row = (
    what: string,
    given: MailSetup,
    connection: Partial<InboundConnection>,
    expected: string,
    base = server,
  ) => [what, given, connection, expected, base] as const;

  test.each([
    row('nobody', setup([], on), {}, 'nobody, none'),
    row('an outbound connector is none of them', setup([outbound('Out', '*')], on), {}, 'nobody, none'),
    row(
      'by certificate',
      setup([byCertificate]),
      {},
      'Certificate, organizationCertificate, mail.contoso.com',
    ),
    row(
      'a name in capitals',
      setup([byCertificate]),
      { certificateNames: ['other.example.com', 'MAIL.Contoso.com'] },
      'Certificate, organizationCertificate, mail.contoso.com',
    ),
    row(
      'the exact name before a wildcard',
      setup([byWildcard, byCertificate]),
      {},
      'Certificate, organizationCertificate, mail.contoso.com, ambiguous',
    ),
    row('by wildcard', setup([byWildcard]), {}, 'Wildcard, organizationCertificateWildcard, *.contoso.com'),
    row(
      'a certificate that is a wildcard itself',
      setup([byCertificate]),
      { certificateNames: ['*.contoso.com'] },
      'Certificate, organizationCertificateWildcard, mail.contoso.com',
    ),
    row(
      'a wildcard is not for its own domain',
      setup([byWildcard]),
      { certificateNames: ['contoso.com'] },
      'nobody, none',
    ),
    row(
      'the longer wildcard',
      setup([byWildcard, fromOrganization('Longer', '*.mail.contoso.com')]),
      { certificateNames: ['a.mail.contoso.com'] },
      'Longer, organizationCertificateWildcard, *.mail.contoso.com',
    ),
    row('by address', setup([byAddress]), {}, 'Address, organizationAddress, 203.0.113.0/24'),
    row(
      'an IPv4 address in IPv6',
      setup([byAddress]),
      { ip: '::ffff:203.0.113.5' },
      'Address, organizationAddress, 203.0.113.0/24',
    ),
    row('an IPv6 address', setup([byAddress]), { ip: '2001:db8::5' }, 'nobody, none'),
    row('outside the range', setup([byNarrowAddress]), { ip: '203.0.113.6' }, 'nobody, none'),
    row(
      'the narrowest range',
      setup([byAddress, byNarrowAddress]),
      {},
      'Narrow, organizationAddress, 203.0.113.4/31',
    ),
    row(
      'certificate before address',
      setup([byAddress, byWildcard]),
      {},
      'Wildcard, organizationCertificateWildcard, *.contoso.com, ambiguous',
    ),
    row(
      'a certificate that nobody trusts is none',
      setup([byAddress, byCertificate]),
      { certificateTrusted: false },
      'Address, organizationAddress, 203.0.113.0/24',
    ),
    row('without TLS there is no certificate', setup([byCertificate]), { tls: false }, 'nobody, none'),
    row(
      'a connector that is off is not asked',
      setup([fromOrganization('Off', 'mail.contoso.com', off), byAddress]),
      {},
      'Address, organizationAddress, 203.0.113.0/24',
    ),
    row(
      'of two that match alike the first name',
      setup([fromOrganization('B', 'mail.contoso.com'), fromOrganization('A', 'mail.contoso.com')]),
      {},
      'A, organizationCertificate, mail.contoso.com, ambiguous',
    ),
    row(
      'a partner by certificate',
      setup([fromPartner('P', 'fabrikam.com', { certificate: '*.fabrikam.com' })]),
      {},
      'P, partnerCertificate, *.fabrikam.com',
      partner,
    ),
    row(
      'a partner by address',
      setup([fromPartner('P', 'fabrikam.com', { addresses: '198.51.100.0/24' })]),
      {},
      'P, partnerAddress, 198.51.100.0/24',
      partner,
    ),
    row(
      'a partner known by its addresses, whoever sends',
      setup([
        fromPartner('P', '*', { addresses: '198.51.100.7' }, { identification: { by: 'ipAddresses' } }),
      ]),
      { mailFrom: '' },
      'P, partnerAddress, 198.51.100.7',
      partner,
    ),
    row(
      '… and from another address it is not this partner',
      setup([
        fromPartner('P', '*', { addresses: '198.51.100.7' }, { identification: { by: 'ipAddresses' } }),
      ]),
      { ip: '198.51.100.8' },
      'nobody, none',
      partner,
    ),
    row(
      'of two partners behind one gateway the sender decides',
      setup([
        fromPartner('Any', '*', { certificate: 'mx.fabrikam.com' }),
        fromPartner('One', '*.fabrikam.com', { certificate: 'mx.fabrikam.com' }),
      ]),
      {},
      'One, partnerCertificate, mx.fabrikam.com',
      partner,
    ),
    row(
      'a partner by sender',
      setup([fromPartner('P', 'fabrikam.com')]),
      {},
      'P, partnerSenderDomain, fabrikam.com',
      partner,
    ),
    row(
      'the sender’s own domain before a wildcard before everything',
      setup([
        fromPartner('Any', '*'),
        fromPartner('Below', '*.fabrikam.com'),
        fromPartner('Own', 'fabrikam.com'),
      ]),
      {},
      'Own, partnerSenderDomain, fabrikam.com',
      partner,
    ),
    row(
      'the longest wildcard',
      setup([
        fromPartner('Any', '*'),
        fromPartner('Short', '*.fabrikam.com'),
        fromPartner('Long', '*.a.fabrikam.com'),
      ]),
      { mailFrom: 'eva@x.a.fabrikam.com' },
      'Long, partnerSenderSuffix, *.a.fabrikam.com',
      partner,
    ),
    row(
      'only * takes an empty sender',
      setup([fromPartner('Own', 'fabrikam.com'), fromPartner('Any', '*')]),
      { mailFrom: '<>' },
      'Any, partnerEverySender, *',
      partner,
    ),
    row(
      'one that restricts everybody before one that only allows a domain',
      setup([fromPartner('Allow', 'fabrikam.com'), fromPartner('Gateway', '*', { addresses: '192.0.2.25' })]),
      {},
      'Gateway, partnerEverySender, *',
      partner,
    ),
    row(
      'the organization before a partner',
      setup([fromPartner('P', 'contoso.com', { certificate: 'mail.contoso.com' }), byAddress]),
      {},
      'Address, organizationAddress, 203.0.113.0/24, ambiguous',
    ),
  ])('%s', (_what, given, connection, expected, base) => {
    const { winner, reason, value, ambiguous } = ask(given, connection, base);
    const told = [winner?.name ?? 'nobody', reason, ...(value === undefined ? [] : [value])];
    expect([...told, ...(ambiguous ? ['ambiguous'] : [])].join(', ')).toBe(expected);
  });
});

test('who is beaten says by what, and who would win if only it were on', () => {
  const given = setup([
    byCertificate,
    fromOrganization('Same', 'mail.contoso.com'),
    byWildcard,
    byAddress,
    fromOrganization('Off before', 'mail.contoso.com', off),
    fromOrganization('Off behind', '203.0.113.5', off),
    fromOrganization('Elsewhere', '192.0.2.1'),
    fromPartner('P', '*'),
  ]);
  const { beaten } = ask(given);
  expect(
    beaten.map(({ connector, reason, wouldWin }) => `${connector.name}: ${reason}, ${wouldWin}`),
  ).toEqual([
    'Off before: off, false',
    'Same: tieName, false',
    'Wildcard: laterInOrder, false',
    'Off behind: off, false',
    'Address: laterInOrder, false',
    'P: laterInOrder, false',
  ]);
});

test('one that is off and comes first would win', () => {
  const [first, second] = ask(
    setup([
      byAddress,
      fromOrganization('Off', 'mail.contoso.com', off),
      fromOrganization('Wide', '203.0.113.0/25'),
    ]),
  ).beaten;
  expect(first).toEqual({
    connector: { id: 'Off', name: 'Off' },
    reason: 'off',
    match: 'organizationCertificate',
    value: 'mail.contoso.com',
    wouldWin: true,
  });
  expect(second).toMatchObject({ connector: { name: 'Address' }, reason: 'lessSpecific', wouldWin: false });
});

test('an allowing connector beside a restricting one is told as such', () => {
  const given = setup([
    fromPartner('Allow', 'fabrikam.com'),
    fromPartner('Gateway', '*', { addresses: '192.0.2.25' }),
  ]);
  expect(ask(given, {}, partner).beaten).toMatchObject([
    { connector: { name: 'Allow' }, reason: 'restrictionWins', match: 'partnerSenderDomain' },
  ]);
});

test('what can’t be read is told with its field', () => {
  const given = { ip: '203.0.113', certificateNames: ['*', 'a b', 'mail.contoso.com'], mailFrom: 'a@b' };
  const { problems } = ask(setup([]), given);
  expect(problems.map(({ field, code }) => `${field}: ${code}`)).toEqual([
    'ip: ipRange.shape',
    'certificateNames: pattern.wildcardTooWide',
    'certificateNames: host.spaces',
    'mailFrom: host.notQualified',
  ]);
});
