// Paths into Office 365, each against a set-up that explains it or does not.
import { fromOrganization, setup } from '../setup-for-tests';
import { intoCloud, MESSAGE } from './corpus-for-tests/sample-for-tests';
import {
  ACCEPTED,
  byAddress,
  byCertificate,
  byOther,
  HYBRID,
  INTERNET,
  type PathRow,
  partner,
  row,
} from './path-row-for-tests';

const OWN = `${intoCloud('mail.contoso.com (203.0.113.25)')}\n${MESSAGE}`;
const marked = (mark: string, text = OWN) => `${text}\n${mark}`;
const PARTNER = marked(INTERNET, `${intoCloud('mx.fabrikam.com (198.51.100.7)')}\n${MESSAGE}`);

export const INTO: readonly PathRow[] = [
  row(
    'by its address, with the mark of the organization',
    marked(HYBRID),
    setup([byAddress], ACCEPTED),
    'into asForeseen ownByAddress',
  ),
  row(
    'by its address, and the message counts as originating',
    marked('X-MS-Exchange-Organization-MessageDirectionality: Originating'),
    setup([byAddress], ACCEPTED),
    'into asForeseen ownByAddress',
  ),
  row(
    'by its address, and internal headers were let in',
    marked('X-MS-Exchange-Organization-AuthAs: Internal'),
    setup([byAddress], ACCEPTED),
    'into asForeseen ownByAddress',
  ),
  row(
    'by a certificate that somebody told',
    marked(HYBRID),
    setup([byCertificate], ACCEPTED),
    'into asForeseen ownByCertificate',
    { certificateNames: ['mail.contoso.com'] },
  ),
  row(
    'by a certificate that nobody told, the only one that there is',
    marked(HYBRID),
    setup([byOther], ACCEPTED),
    'into asForeseen certificateInferred',
  ),
  row(
    'by a certificate that nobody told, the one of the name that the server gives itself',
    marked(HYBRID),
    setup([byOther, byCertificate], ACCEPTED),
    'into asForeseen certificateInferred',
  ),
  row(
    'by one of two certificates of other names',
    marked(HYBRID),
    setup([byOther, fromOrganization('Third', 'third.contoso.com')], ACCEPTED),
    'into cannotTell certificateNotTold',
  ),
  row(
    'by address or by certificate',
    marked(HYBRID),
    setup([byAddress, byCertificate], ACCEPTED),
    'into cannotTell certificateOrAddress',
  ),
  row(
    'as the organization’s own, and no connector says why',
    marked(HYBRID),
    setup([fromOrganization('Off', '203.0.113.0/24', { enabled: false })], ACCEPTED),
    'into otherPath ownWithoutConnector',
  ),
  row(
    'as from the Internet, though a connector knows the address',
    marked(INTERNET),
    setup([byAddress], ACCEPTED),
    'into otherPath connectorNotUsed',
  ),
  row(
    'as from the Internet, though a connector asks for a certificate of its name',
    marked(INTERNET),
    setup([byCertificate], ACCEPTED),
    'into otherPath certificateNotRecognized',
  ),
  row(
    'as from the Internet, and there it comes from',
    marked(INTERNET),
    setup([byOther], ACCEPTED),
    'into asForeseen noConnectorNeeded',
  ),
  row(
    'without a mark, a connector knows the address',
    OWN,
    setup([byAddress], ACCEPTED),
    'into cannotTell noMark',
  ),
  row('without a mark, nobody knows it', OWN, setup([], ACCEPTED), 'into cannotTell noMarkNoConnector'),
  row(
    'from a partner',
    PARTNER,
    setup([partner], ACCEPTED),
    'into asForeseen partnerMatches partnerLeavesNoMark',
    { sender: 'eva@fabrikam.com' },
  ),
  row(
    'with enhanced filtering',
    marked('X-MS-Exchange-SkipListedInternetSender: ip=[192.0.2.77];domain=x', PARTNER),
    setup([partner], ACCEPTED),
    'into asForeseen partnerMatches partnerLeavesNoMark skipListed',
    { sender: 'eva@fabrikam.com' },
  ),
  row(
    'from a sender that nobody told',
    marked(HYBRID).replace('spf=pass', 'spf-was=lost'),
    setup([byAddress], ACCEPTED),
    'into asForeseen ownByAddress senderNotTold',
  ),
];
