// What Exchange Online itself says in its message trace where it meets what a verdict tells of, so that a helpdesk finds
// one by the other. Only what Microsoft documents; where nothing is known, nothing is said.
// @see non-delivery-reports-in-exchange-online
import type { VerdictCode } from './verdict-codes';

const DNS_QUERY_FAILED = '450 4.4.312';
const CONNECTION_TIMED_OUT = '450 4.4.315';
const CONNECTION_REFUSED = '450 4.4.316';
const CANNOT_CONNECT = '450 4.4.317';
const CLOSED_ABRUPTLY = '450 4.4.318';
const CERTIFICATE_FAILED = '450 4.7.320';

/** With each of these Exchange Online keeps the mail for 24 hours and tries again, then it returns it. */
export const EXCHANGE_REPLIES: Partial<Readonly<Record<VerdictCode, string>>> = {
  mxNotFound: DNS_QUERY_FAILED,
  dnsNotFound: DNS_QUERY_FAILED,
  dnsServerFailure: DNS_QUERY_FAILED,
  connectTimeout: CONNECTION_TIMED_OUT,
  connectionRefused: CONNECTION_REFUSED,
  noMailService: CANNOT_CONNECT,
  starttlsNotOffered: CANNOT_CONNECT,
  starttlsRefused: CANNOT_CONNECT,
  tlsVersion: CANNOT_CONNECT,
  tlsCipher: CANNOT_CONNECT,
  tlsTooWeak: CANNOT_CONNECT,
  notTls: CANNOT_CONNECT,
  tlsTimeout: CANNOT_CONNECT,
  tlsHandshake: CANNOT_CONNECT,
  connectionReset: CLOSED_ABRUPTLY,
  closedBeforeGreeting: CLOSED_ABRUPTLY,
  connectionClosed: CLOSED_ABRUPTLY,
  tlsClosed: CLOSED_ABRUPTLY,
  certificateExpired: CERTIFICATE_FAILED,
  certificateNotYetValid: CERTIFICATE_FAILED,
  chainExpired: CERTIFICATE_FAILED,
  selfSigned: CERTIFICATE_FAILED,
  issuerUnknown: CERTIFICATE_FAILED,
  intermediateMissing: CERTIFICATE_FAILED,
  caNotTrusted: CERTIFICATE_FAILED,
  wrongPurpose: CERTIFICATE_FAILED,
  weakSignature: CERTIFICATE_FAILED,
  chainInvalid: CERTIFICATE_FAILED,
  tlsDomainMismatch: CERTIFICATE_FAILED,
};
