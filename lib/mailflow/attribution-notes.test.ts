import { expect, test } from 'vitest';
import { ATTRIBUTION_NOTES, type InboundConnection } from './attribution-trace';
import { ask, byAddress, byCertificate } from './inbound-for-tests';
import type { MailSetup } from './mail-setup';
import { fromOrganization, fromPartner, setup } from './setup-for-tests';

const on = 'contoso.com';

const row = (what: string, given: MailSetup, connection: Partial<InboundConnection>, notes: string[]) =>
  [what, given, connection, notes] as const;
const rows = [
  row('nothing to say', setup([byCertificate], 'mail.contoso.com'), {}, []),
  row('certificate before address', setup([byCertificate, byAddress], 'mail.contoso.com'), {}, [
    'certificateBeforeAddress',
  ]),
  row('a partner beside the organization', setup([byAddress, fromPartner('P', '*')], on), {}, [
    'orderInferred',
  ]),
  row('a tie', setup([byAddress, fromOrganization('Too', '203.0.113.0/24')], on), {}, ['tie']),
  row('a certificate below an accepted domain', setup([byCertificate], on), {}, ['certificateNotAccepted']),
  row('an empty sender', setup([byAddress], on), { mailFrom: '<>' }, ['emptySender']),
  row('an IPv6 address', setup([byAddress], on), { ip: '2001:db8::1', rcptTo: [] }, ['ipv6']),
  row('direct send', setup([], on), {}, ['directSendUnknown']),
  row('direct send that is allowed', setup([], on), { rejectDirectSend: false }, []),
  row(
    'some accepted domains alone',
    setup([fromOrganization('A', '203.0.113.5', { associatedAcceptedDomains: ['contoso.com'] })], on),
    {},
    ['associatedDomains'],
  ),
  row('a reply that nobody quotes', setup([fromPartner('P', '*')], on), { tls: false }, ['replyInferred']),
  row(
    'what Microsoft’s own words settle',
    setup(
      [fromPartner('Allow', 'contoso.com'), fromPartner('Gateway', '*', { addresses: '203.0.113.5' })],
      on,
    ),
    {},
    [],
  ),
];

test.each(rows)('%s', (_what, given, connection, notes) => {
  expect(ask(given, connection).notes.map(({ code }) => code)).toEqual(notes);
});

test('every note there is has a row here', () => {
  expect(new Set(rows.flatMap(([, , , notes]) => notes))).toEqual(new Set(ATTRIBUTION_NOTES));
});
