// Every code that a verdict's finding may carry, and how much it weighs. The words stand in messages/*/verdicts.json.

/**
 * `fails`: mail would not flow. `uncertain`: nothing is proven either way, a later try may tell. `warns` and `informs`
 * leave the task as it is.
 */
export type Weight = 'fails' | 'uncertain' | 'warns' | 'informs';

export const VERDICT_WEIGHTS = {
  // MX records
  mxNotFound: 'fails',
  nullMx: 'fails',
  implicitMx: 'warns',
  mxUnusable: 'fails',
  mxTooMany: 'warns',
  mxAlias: 'warns',
  mxPreferredDown: 'warns',
  // names and addresses
  dnsNotFound: 'fails',
  dnsTimeout: 'uncertain',
  dnsServerFailure: 'fails',
  dnsUnusable: 'uncertain',
  addressDenied: 'fails',
  privateAddress: 'warns',
  addressesDisagree: 'warns',
  // the connection
  portDenied: 'fails',
  otherPort: 'informs',
  connectTimeout: 'fails',
  connectionRefused: 'fails',
  connectionReset: 'fails',
  hostUnreachable: 'fails',
  ipv6NotTried: 'warns',
  ipv6Unreachable: 'uncertain',
  // banner and EHLO
  neverGreets: 'fails',
  closedBeforeGreeting: 'fails',
  notSmtp: 'fails',
  noMailService: 'fails',
  serviceBusy: 'uncertain',
  bannerMasked: 'warns',
  helloRefused: 'fails',
  heloFallback: 'informs',
  smtpInspection: 'warns',
  // any stage
  connectionClosed: 'fails',
  noAnswer: 'fails',
  replyTooLong: 'fails',
  runDeadline: 'uncertain',
  cancelled: 'uncertain',
  internal: 'uncertain',
  // STARTTLS and the handshake
  starttlsNotOffered: 'fails',
  starttlsRefused: 'fails',
  tlsTemporarilyUnavailable: 'uncertain',
  plaintextInjected: 'fails',
  clearText: 'warns',
  tlsVersion: 'fails',
  tlsCipher: 'fails',
  notTls: 'fails',
  tlsClosed: 'fails',
  tlsTimeout: 'fails',
  tlsHandshake: 'fails',
  // the certificate
  certificateExpired: 'fails',
  certificateNotYetValid: 'fails',
  certificateExpiresSoon: 'warns',
  chainExpired: 'fails',
  selfSigned: 'fails',
  issuerUnknown: 'fails',
  caNotTrusted: 'fails',
  wrongPurpose: 'fails',
  weakSignature: 'fails',
  chainInvalid: 'fails',
  hostNameMismatch: 'warns',
  tlsDomainMismatch: 'fails',
  weakKey: 'warns',
  // looked up beside the dialogue: PTR, TLSA, MTA-STS
  lookUpUnanswered: 'informs',
  ptrMissing: 'informs',
  ptrUnconfirmed: 'informs',
  tlsaNotVouched: 'informs',
  tlsaMismatch: 'warns',
  tlsaNameMismatch: 'warns',
  tlsaWithoutTls: 'warns',
  tlsaUnusable: 'warns',
  mtaStsUnusable: 'warns',
  mtaStsMxMismatch: 'warns',
  mtaStsCertificate: 'warns',
  mtaStsTesting: 'informs',
  // MAIL, RCPT and DATA
  greylisted: 'uncertain',
  throttled: 'uncertain',
  temporarilyRefused: 'uncertain',
  relayDenied: 'fails',
  unknownRecipient: 'fails',
  mailboxFull: 'fails',
  messageTooLarge: 'fails',
  senderRefused: 'fails',
  starttlsDemanded: 'fails',
  authenticationRequired: 'fails',
  tenantAttribution: 'fails',
  routingLoop: 'fails',
  addressBlocked: 'uncertain',
  senderNotProven: 'uncertain',
  policyRefused: 'fails',
  messageRefused: 'fails',
  refused: 'fails',
} as const satisfies Record<string, Weight>;

export type VerdictCode = keyof typeof VERDICT_WEIGHTS;
export const VERDICT_CODES = Object.keys(VERDICT_WEIGHTS) as readonly VerdictCode[];
