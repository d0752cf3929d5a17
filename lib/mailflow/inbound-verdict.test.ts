import { describe, expect, test } from 'vitest';
import { ATTRIBUTION_VERDICTS, type InboundConnection } from './attribution-trace';
import { ask, byAddress, byCertificate, byWildcard, partner, server } from './inbound-for-tests';
import type { MailSetup } from './mail-setup';
import { fromPartner, setup } from './setup-for-tests';

const on = 'contoso.com';

describe('what becomes of the message', () => {
  const outside = { rcptTo: ['eva@gmail.com'] };
  const restricted = '550 5.7.51';
  const denied = '550 5.7.64';
  const gateway = setup([fromPartner('Gateway', '*', { addresses: '192.0.2.25' })], on);
  const certified = setup([fromPartner('Bank', 'fabrikam.com', { certificate: 'mx.fabrikam.com' })], on);
  const row = (
    what: string,
    given: MailSetup,
    connection: Partial<InboundConnection>,
    code: string,
    reply?: string,
    base = server,
  ) => [what, given, connection, code, reply, base] as const;

  const rows = [
    row('to us, from our server', setup([byCertificate], on), {}, 'ownRecipient'),
    row('to us, from anybody', setup([], on), {}, 'anonymous', undefined, partner),
    row('to us, from us, without a connector', setup([], on), {}, 'anonymous'),
    row(
      '… where the organization refuses direct send',
      setup([], on),
      { rejectDirectSend: true },
      'directSend',
      '550 5.7.68',
    ),
    row('… with an empty sender', setup([], on), { rejectDirectSend: true, mailFrom: '' }, 'anonymous'),
    row(
      '… with a foreign sender',
      setup([], on),
      { rejectDirectSend: true },
      'anonymous',
      undefined,
      partner,
    ),
    row('… and the connector knows it', setup([byAddress], on), { rejectDirectSend: true }, 'ownRecipient'),
    row('relay with our sender', setup([byAddress], on), outside, 'relay'),
    row(
      'relay with an accepted certificate and a foreign sender',
      setup([byCertificate], 'mail.contoso.com'),
      { ...outside, mailFrom: 'eva@gmail.com' },
      'relay',
    ),
    row(
      'relay with an accepted certificate, known by address, and an empty sender',
      setup([byAddress], 'mail.contoso.com'),
      { ...outside, mailFrom: '' },
      'relay',
    ),
    row(
      'relay by a wildcard of an accepted domain',
      setup([byWildcard], on),
      { ...outside, mailFrom: '' },
      'relay',
    ),
    row(
      'relay where subdomains are accepted',
      setup([byCertificate], 'contoso.com;relay+'),
      { ...outside, mailFrom: '' },
      'relay',
    ),
    row(
      'relay of a bounce by address',
      setup([byAddress], on),
      { ...outside, mailFrom: '' },
      'relayNoAcceptedDomain',
      denied,
    ),
    row(
      'relay for a foreign sender by address',
      setup([byAddress], on),
      { ...outside, mailFrom: 'eva@gmail.com' },
      'relayNoAcceptedDomain',
      denied,
    ),
    row(
      'relay with an accepted certificate that nobody trusts',
      setup([byAddress], 'mail.contoso.com'),
      { ...outside, mailFrom: '', certificateTrusted: false },
      'relayNoAcceptedDomain',
      denied,
    ),
    row('relay without a connector', setup([], on), outside, 'relayNoConnector', denied),
    row(
      'relay after the certificate was renewed under another name',
      setup([byCertificate], on),
      { ...outside, certificateNames: ['smtp.contoso.com'] },
      'relayNoConnector',
      denied,
    ),
    row(
      'relay with an incomplete chain',
      setup([byCertificate], on),
      { ...outside, certificateTrusted: false },
      'certificateUntrusted',
      denied,
    ),
    row(
      'relay through a partner’s connector',
      setup([fromPartner('P', 'fabrikam.com')], on),
      outside,
      'relayFromPartner',
      denied,
      partner,
    ),
    row(
      'a partner without TLS',
      setup([fromPartner('P', 'fabrikam.com')], on),
      { tls: false },
      'tlsMissing',
      '451 5.7.3',
      partner,
    ),
    row(
      'a partner with TLS',
      setup([fromPartner('P', 'fabrikam.com')], on),
      {},
      'ownRecipient',
      undefined,
      partner,
    ),
    row(
      'a partner without a certificate',
      certified,
      { certificateNames: [] },
      'certificateMissing',
      restricted,
      partner,
    ),
    row(
      'a partner with another certificate',
      certified,
      { certificateNames: ['mx.example.com'] },
      'certificateOther',
      restricted,
      partner,
    ),
    row(
      'a partner with the certificate, from nobody it trusts',
      certified,
      { certificateTrusted: false },
      'certificateUntrusted',
      restricted,
      partner,
    ),
    row('a partner with its certificate', certified, {}, 'ownRecipient', undefined, partner),
    row('past the gateway', gateway, {}, 'addressOther', restricted, partner),
    row('past the gateway by IPv6', gateway, { ip: '2001:db8::1' }, 'addressOther', restricted, partner),
    row('through the gateway', gateway, { ip: '192.0.2.25' }, 'ownRecipient', undefined, partner),
    row(
      'the right address, the other certificate',
      setup(
        [fromPartner('Both', 'fabrikam.com', { addresses: '198.51.100.7', certificate: 'mx.example.com' })],
        on,
      ),
      {},
      'certificateOther',
      restricted,
      partner,
    ),
    row(
      'past the gateway from nobody knows where',
      gateway,
      { ip: '' },
      'addressUnknown',
      undefined,
      partner,
    ),
    row('relay from nobody knows where', setup([byAddress], on), { ...outside, ip: ' ' }, 'addressUnknown'),
    row(
      '… where no connector asks for an address',
      setup([byWildcard], on),
      { ...outside, ip: '', certificateNames: [] },
      'relayNoConnector',
      denied,
    ),
    row(
      'relay from an address that can’t be read',
      setup([byAddress], on),
      { ...outside, ip: '203.0.113.256' },
      'addressUnknown',
    ),
    row('a sender that can’t be read', setup([], on), { mailFrom: 'ada@' }, 'unreadable'),
    row('… through our own connector, to us', setup([byAddress], on), { mailFrom: 'ada@' }, 'ownRecipient'),
    row(
      '… through our own connector, to others',
      setup([byAddress], on),
      { ...outside, mailFrom: 'ada@' },
      'unreadable',
    ),
    row('a recipient that can’t be read', setup([byAddress], on), { rcptTo: ['bob@@'] }, 'unreadable'),
  ];

  test.each(rows)('%s', (_what, given, connection, code, reply, base) => {
    const { recipients } = ask(given, connection, base);
    expect(recipients.map((one) => [one.code, one.reply?.code])).toEqual([[code, reply]]);
    expect(recipients[0]?.verdict).toBe(ATTRIBUTION_VERDICTS[recipients[0]?.code ?? 'unreadable']);
  });

  test('every verdict there is has a row here', () => {
    expect(new Set(rows.map(([, , , code]) => code))).toEqual(new Set(Object.keys(ATTRIBUTION_VERDICTS)));
  });
});

test('each recipient has its own answer, and none is dropped', () => {
  const rcptTo = ['bob@contoso.com', 'nobody', 'eva@gmail.com', 'bob@contoso.com'];
  const { recipients } = ask(setup([byAddress], on), { rcptTo });
  expect(recipients.map(({ to, code }) => [to, code])).toEqual([
    ['bob@contoso.com', 'ownRecipient'],
    ['nobody', 'unreadable'],
    ['eva@gmail.com', 'relay'],
    ['bob@contoso.com', 'ownRecipient'],
  ]);
  expect(recipients[1]?.problem?.code).toBe('email.shape');
});
