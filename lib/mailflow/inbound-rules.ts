// What can be wrong with a connector to Office 365.
import type { ConnectorDraft } from './connector-draft';
import { type DraftRule, error, warning } from './draft-rule';
import type { FindingParams } from './finding';
import { isPrivateRange, parseIpRange } from './ip-range';
import { CHOICES, scenarioOf } from './scenario';
import { skippedInVain } from './skipped-address';

const privateRanges =
  (field: 'senderIpAddresses' | 'allowedIpAddresses') =>
  (draft: ConnectorDraft): readonly FindingParams[] =>
    draft[field]
      .filter((entry) => {
        const read = parseIpRange(entry);
        return read.ok && isPrivateRange(read.value);
      })
      .map((value) => ({ value }));

const skipped =
  (why: 'private' | 'microsoft') =>
  ({ skippedAddresses }: ConnectorDraft): readonly FindingParams[] =>
    skippedAddresses.filter((entry) => skippedInVain(entry) === why).map((value) => ({ value }));

/** In the order of the wizard's screens; each is asked only where its field counts. */
export const INBOUND_RULES: readonly DraftRule[] = [
  error('identifiedBy', 'identification.required', (draft) => {
    const scenario = scenarioOf(draft);
    return !(scenario && CHOICES[scenario].identifications.some((offered) => offered === draft.identifiedBy));
  }),
  error('senderDomains', 'senderDomains.required', ({ senderDomains }) => senderDomains.length === 0),
  warning('senderDomains', 'senderDomains.everything', ({ senderDomains }) => senderDomains.includes('*')),
  error('senderIpAddresses', 'ipRange.required', (d) => d.senderIpAddresses.length === 0),
  warning('senderIpAddresses', 'ipRange.private', privateRanges('senderIpAddresses')),
  // EAC lets a partner be held to TLS, to addresses or to both, and never to nothing.
  error(
    'rejectWithoutTls',
    'restrictions.required',
    (d) => d.identifiedBy === 'senderDomains' && !d.rejectWithoutTls && !d.rejectOtherAddresses,
  ),
  // The service's own guidance, which EAC's screen contradicts: use two connectors instead.
  warning(
    'rejectOtherCertificates',
    'restrictions.certificateAndAddresses',
    (d) => d.rejectOtherCertificates && (d.rejectOtherAddresses || d.identifiedBy === 'ipAddresses'),
  ),
  error(
    'senderCertificateName',
    'senderCertificate.required',
    ({ senderCertificateName }) => senderCertificateName.trim() === '',
  ),
  warning('senderCertificateName', 'senderCertificate.wildcard', ({ senderCertificateName }) =>
    senderCertificateName.trim().startsWith('*.'),
  ),
  error('allowedIpAddresses', 'ipRange.required', (d) => d.allowedIpAddresses.length === 0),
  warning('allowedIpAddresses', 'ipRange.private', privateRanges('allowedIpAddresses')),
  error(
    'treatAsInternal',
    'advanced.internalWithHeaders',
    ({ treatAsInternal, retainInternalHeaders }) => treatAsInternal && retainInternalHeaders,
  ),
  warning(
    'associatedAcceptedDomains',
    'associatedDomains.staged',
    ({ associatedAcceptedDomains }) => associatedAcceptedDomains.length > 0,
  ),
  error(
    'skippedAddresses',
    'skippedAddresses.required',
    ({ skippedAddresses }) => skippedAddresses.length === 0,
  ),
  warning('skippedAddresses', 'skippedAddresses.private', skipped('private')),
  warning('skippedAddresses', 'skippedAddresses.microsoft', skipped('microsoft')),
];
