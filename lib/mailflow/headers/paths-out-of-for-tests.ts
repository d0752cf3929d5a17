// Paths out of Office 365, through it, within it and elsewhere, each against a set-up that explains it or does not.
import { outbound, setup } from '../setup-for-tests';
import { CONTESTED } from './corpus-for-tests/contested-for-tests';
import { INTO_OFFICE_365 } from './corpus-for-tests/into-office-365-for-tests';
import { OUT_OF_OFFICE_365 } from './corpus-for-tests/out-of-office-365-for-tests';
import { MESSAGE, OUT_OF_CLOUD } from './corpus-for-tests/sample-for-tests';
import {
  ACCEPTED,
  byAddress,
  FILTER,
  INTERNET,
  type PathRow,
  row,
  toFilter,
  toOwn,
} from './path-row-for-tests';

const CLOUD = 'EUR05-AM6-obe.outbound.protection.outlook.com';
export const leaving = (
  by: string,
  { client = '40.107.22.50', how = 'ESMTPS', to = 'bob@contoso.com', note = '' } = {},
) =>
  `Received: from ${CLOUD} (unknown [${client}])${note}
	by ${by} (Postfix) with ${how} id 22995401B7${to && `\n\tfor <${to}>`}; Tue, 10 Mar 2026 09:15:08 +0000
${OUT_OF_CLOUD}
${MESSAGE}`;
const VERIFIED =
  '\n\t(Client CN "mail.protection.outlook.com", Issuer "DigiCert Cloud Services CA-1" (verified OK))';

export const OUT_OF: readonly PathRow[] = [
  row(
    'to the smart host of the connector',
    leaving('mail.contoso.com'),
    setup([toOwn], ACCEPTED),
    'outOf asForeseen smartHostMatches',
  ),
  row(
    'to the smart host behind a load balancer, known by its certificate',
    leaving('mail.contoso.com', { client: '10.0.0.1', note: VERIFIED }),
    setup([toOwn], ACCEPTED),
    'outOf asForeseen smartHostMatches',
  ),
  row(
    'to a server that calls itself otherwise',
    leaving('edge01.contoso.local'),
    setup([toOwn], ACCEPTED),
    'outOf cannotTell serverNameDiffers',
  ),
  row(
    'to another connector’s smart host',
    leaving('out.filter.example'),
    setup([toOwn, toFilter], ACCEPTED),
    'outOf otherPath otherConnectorsHost',
  ),
  row(
    'to what is the smart host of a connector that is off',
    leaving('out.filter.example'),
    setup([toOwn, outbound('Off', '*', { delivery: FILTER, enabled: false })], ACCEPTED),
    'outOf cannotTell serverNameDiffers',
  ),
  row(
    'to a connector’s smart host that is not for this recipient',
    leaving('mail.contoso.com', { to: 'eva@example.org' }),
    setup([toOwn], ACCEPTED),
    'outOf otherPath connectorNotForeseen',
  ),
  row(
    'by the Internet, as no connector is for the recipient',
    leaving('mx.example.org', { to: 'eva@example.org' }),
    setup([toOwn], ACCEPTED),
    'outOf asForeseen defaultRoute',
  ),
  row(
    'though the domain’s mailboxes are here',
    leaving('mx.example.org'),
    setup([], ACCEPTED),
    'outOf otherPath leftThoughLocal',
  ),
  row(
    'by MX, to a mail server of the domain',
    leaving('mx.example.org', { to: 'eva@example.org' }),
    setup([outbound('By MX', 'example.org', { delivery: { by: 'mx' } })], ACCEPTED),
    'outOf asForeseen mxHostMatches',
    { mxHosts: ['MX.example.org.'] },
  ),
  row(
    'by MX, and nobody looked them up',
    leaving('mx.example.org', { to: 'eva@example.org' }),
    setup([outbound('By MX', 'example.org', { delivery: { by: 'mx' } })], ACCEPTED),
    'outOf cannotTell mxNotKnown',
  ),
  row(
    'without the TLS that the connector demands',
    leaving('mail.contoso.com', { how: 'ESMTP' }),
    setup([toOwn], ACCEPTED),
    'outOf otherPath smartHostMatches tlsMissing',
  ),
  row(
    'from the relay pool',
    leaving('mx.example.org', { client: '40.95.110.181', to: 'eva@example.org' }),
    setup([toOwn], ACCEPTED),
    'outOf asForeseen defaultRoute relayPool',
  ),
  row(
    'with TLS or without, the server does not say',
    leaving('mail.contoso.com', { how: 'SMTP' }),
    setup([toOwn], ACCEPTED),
    'outOf asForeseen smartHostMatches tlsNotTold',
  ),
  row(
    'to a recipient that only the To field tells',
    leaving('mail.contoso.com', { to: '' }),
    setup([outbound('To own servers', 'fabrikam.com')], ACCEPTED),
    'outOf asForeseen smartHostMatches recipientAssumed',
  ),
  row(
    'to nobody that is told',
    leaving('mail.contoso.com', { to: '' }).replace(/^To:.*\n/m, ''),
    setup([toOwn], ACCEPTED),
    'outOf cannotTell recipientNotTold',
  ),
  row(
    'to a recipient that can’t be read',
    leaving('mail.contoso.com'),
    setup([toOwn], ACCEPTED),
    'outOf cannotTell routeUnknown',
    { recipient: 'bob' },
  ),
  row(
    'through one of two equal connectors',
    leaving('mail.contoso.com'),
    setup([toOwn, outbound('Twin', 'contoso.com')], ACCEPTED),
    'outOf asForeseen smartHostMatches routeAmbiguous',
  ),
];

const fromCorpus = (name: string) =>
  [...INTO_OFFICE_365, ...OUT_OF_OFFICE_365, ...CONTESTED].find((sample) => sample.name === name)?.text ?? '';
const BETWEEN_TENANTS = `${fromCorpus('from another tenant of Office 365')}\n${INTERNET}`;

export const OTHERWISE: readonly PathRow[] = [
  row(
    'from an own server through Office 365 to the Internet',
    fromCorpus('from an own server through Office 365 to Gmail: what the own server wrote is only claimed'),
    setup([byAddress, toOwn], ACCEPTED),
    'through asForeseen ownByAddress senderNotTold defaultRoute',
  ),
  row(
    'from another tenant to this one',
    BETWEEN_TENANTS,
    setup([byAddress], ACCEPTED),
    'into asForeseen noConnectorNeeded',
    { recipient: 'bob@contoso.com' },
  ),
  row(
    'from this tenant to another one',
    BETWEEN_TENANTS,
    setup([byAddress], ACCEPTED),
    'outOf asForeseen defaultRoute',
    { recipient: 'bob@fabrikam.com' },
  ),
  row(
    'between two mailboxes',
    fromCorpus('between two mailboxes of the cloud'),
    setup([toOwn], 'fabrikam.com'),
    'inside asForeseen deliveredInside recipientAssumed',
  ),
  row(
    'to a mailbox, though a connector is for its domain',
    fromCorpus('between two mailboxes of the cloud'),
    setup([toOwn], ACCEPTED),
    'inside cannotTell mailboxInside',
    { recipient: 'bob@contoso.com' },
  ),
  row(
    'with forged hops of the cloud',
    fromCorpus('Office 365’s own hops, handed in from elsewhere'),
    setup([toOwn, byAddress], ACCEPTED),
    'elsewhere cannotTell noOffice365',
  ),
  row(
    'from a load balancer, with a certificate that nobody verified',
    leaving('mail.contoso.com', {
      client: '10.0.0.1',
      note: VERIFIED.replace('verified OK', 'not verified'),
    }),
    setup([toOwn], ACCEPTED),
    'elsewhere cannotTell addressHidden',
  ),
  row(
    'from a load balancer, which hides who sent',
    leaving('mail.contoso.com', { client: '10.0.0.1' }),
    setup([toOwn], ACCEPTED),
    'elsewhere cannotTell addressHidden',
  ),
];
