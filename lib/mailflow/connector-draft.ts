// The connector as the form holds it: flat and loose, so that half-filled input has a place, one shape for all
// scenarios. toConnector() (draft-to-connector.ts) makes the strict value of it; connector-rules.ts says what is wrong.
import type { ConnectorScope, Delivery, EnhancedFiltering, OutboundAdvanced } from './connector';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { parseEmailAddress } from './email-address';
import type { ExchangeOrigin } from './exchange-origin';
import type { Parsed } from './finding';
import { parseHostName } from './host-name';
import { formatIpRange, parseIpRange } from './ip-range';
import { parseSkippedAddress } from './skipped-address';
import { formatSmartHost, parseSmartHost } from './smart-host';

/** Where mail comes from and goes to, as EAC's first screen asks. */
export const ENDPOINTS = ['office365', 'organization', 'partner'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** How Office 365 knows the sender of an inbound connector. */
export const IDENTIFICATIONS = ['certificate', 'ipAddresses', 'senderDomains'] as const;

/** More entries than this are refused; the service documents no maximum. */
export const LIST_MAX = 500;

/** A draft's fields; connector-draft-schema.ts holds what a browser sends against these. */
export type ConnectorDraft = {
  from: '' | Endpoint;
  to: '' | Endpoint;
  name: string;
  description: string;
  enabled: boolean;
  retainInternalHeaders: boolean;

  // From Office 365.
  scope: '' | ConnectorScope['kind'];
  recipientDomains: string[];
  /** Beside all accepted domains, which only the cmdlet takes together. */
  alsoRecipientDomains: string[];
  delivery: '' | Delivery['by'];
  smartHosts: string[];
  tlsRequired: boolean;
  tlsCertificate: '' | 'any' | 'trustedCa';
  tlsMatchDomain: boolean;
  tlsDomain: string;
  validationRecipients: string[];

  // To Office 365. `rejectOtherAddresses` doesn't count where the addresses identify the partner already.
  identifiedBy: '' | (typeof IDENTIFICATIONS)[number];
  senderCertificateName: string;
  senderDomains: string[];
  senderIpAddresses: string[];
  rejectWithoutTls: boolean;
  rejectOtherCertificates: boolean;
  rejectOtherAddresses: boolean;
  allowedIpAddresses: string[];

  // Advanced: what EAC's wizard hides.
  testMode: boolean;
  smtpDaneMode: OutboundAdvanced['smtpDaneMode'];
  mtaStsMode: OutboundAdvanced['mtaStsMode'];
  routeAllViaOnPremises: boolean;
  senderRewriting: boolean;
  treatAsInternal: boolean;
  associatedAcceptedDomains: string[];
  enhancedFiltering: EnhancedFiltering['skip'];
  skippedAddresses: string[];
  filteredUsers: string[];

  /** What is kept of the record that it was imported from. Nobody types it; every way of a draft takes it along. */
  exchange: ExchangeOrigin | null;
};
/** What the wizard asks for. */
export type DraftField = Exclude<keyof ConnectorDraft, 'exchange'>;

/** A new connector before anything is chosen, with the defaults of EAC's screens. */
export const emptyDraft = (): ConnectorDraft => ({
  from: '',
  to: '',
  name: '',
  description: '',
  enabled: true,
  retainInternalHeaders: true,
  scope: '',
  recipientDomains: [],
  alsoRecipientDomains: [],
  delivery: '',
  smartHosts: [],
  tlsRequired: true,
  tlsCertificate: 'trustedCa',
  tlsMatchDomain: false,
  tlsDomain: '',
  validationRecipients: [],
  identifiedBy: '',
  senderCertificateName: '',
  senderDomains: [],
  senderIpAddresses: [],
  rejectWithoutTls: true,
  rejectOtherCertificates: false,
  rejectOtherAddresses: false,
  allowedIpAddresses: [],
  testMode: false,
  smtpDaneMode: 'opportunistic',
  mtaStsMode: 'opportunistic',
  routeAllViaOnPremises: false,
  senderRewriting: false,
  treatAsInternal: false,
  associatedAcceptedDomains: [],
  enhancedFiltering: 'nothing',
  skippedAddresses: [],
  filteredUsers: [],
  exchange: null,
});

/** Every field that the wizard asks for. */
export const draftFields = (): DraftField[] =>
  (Object.keys(emptyDraft()) as (keyof ConnectorDraft)[]).filter((field) => field !== 'exchange');

const spelled = <T>(read: Parsed<T>, format: (value: T) => string): Parsed<string> =>
  read.ok ? { ok: true, value: format(read.value) } : read;

const patternEntry = (entry: string) => spelled(parseDomainPattern(entry), formatDomainPattern);
const rangeEntry = (entry: string) => spelled(parseIpRange(entry), formatIpRange);

/** For each list the reader of one entry, answering with the entry's one spelling. */
export const parseEntry = {
  recipientDomains: patternEntry,
  alsoRecipientDomains: patternEntry,
  smartHosts: (entry) => spelled(parseSmartHost(entry), formatSmartHost),
  validationRecipients: parseEmailAddress,
  senderDomains: patternEntry,
  senderIpAddresses: rangeEntry,
  allowedIpAddresses: rangeEntry,
  associatedAcceptedDomains: parseHostName,
  skippedAddresses: parseSkippedAddress,
  filteredUsers: parseEmailAddress,
} satisfies Partial<Record<DraftField, (text: string) => Parsed<string>>>;

/** The fields that hold lists, each of whose entries is added on its own. */
export type ListField = keyof typeof parseEntry;
export const LIST_FIELDS = Object.keys(parseEntry) as ListField[];
