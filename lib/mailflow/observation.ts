// The facts that a validation brings back from the wire. Types only: no opinion, no prose.
// The probe writes them, the store keeps them, judge() reads them; old facts can be judged again.

/**
 * The stages of one SMTP validation, in the order of the dialogue (RFC 5321, RFC 3207). `mx` and `mtaSts` only where MX
 * decides; `tlsa` only for a host visited by name.
 */
export const STAGES = [
  'mx',
  'mtaSts',
  'resolve',
  'tlsa',
  'ptr',
  'connect',
  'banner',
  'ehlo',
  'starttls',
  'tls',
  'ehloAfterTls',
  'mailFrom',
  'rcptTo',
  'data',
  'quit',
] as const;
export type Stage = (typeof STAGES)[number];

/** What is looked up beside the dialogue: it never decides whether mail flows. */
export const ASIDES: ReadonlySet<Stage> = new Set(['mtaSts', 'tlsa', 'ptr']);
/** The stages whose `host` is a domain, not a server: the same name may be both. */
export const DOMAIN_STAGES: ReadonlySet<Stage> = new Set(['mx', 'mtaSts']);

/**
 * What a server is asked beside the mail's own way, by RCPT alone: the mailbox that every domain must have (RFC 5321 section
 * 4.5.1), one that can't exist, and one in a domain that is none of the server's business. It should accept the first only.
 */
export const RELAY_CHECKS = ['postmaster', 'unknownRecipient', 'foreignDomain'] as const;
export type RelayCheck = (typeof RELAY_CHECKS)[number];

/**
 * One SMTP reply. `lines` are escaped to printable ASCII and bounded; `enhanced` is RFC 3463, as in '4.7.1'. `atMs`:
 * when it was complete, in milliseconds since the run began.
 */
export type Reply = Readonly<{ code: number; enhanced?: string; lines: readonly string[]; atMs?: number }>;

/** Why a stage did not do what the protocol foresees. Facts as the socket, the resolver or the server told them. */
export type Failure =
  | Readonly<{ kind: 'dnsNotFound' }>
  | Readonly<{ kind: 'dnsTimeout' }>
  | Readonly<{ kind: 'dnsError'; detail: string }>
  /** The domain declares that it takes no mail (RFC 7505). */
  | Readonly<{ kind: 'nullMx' }>
  /** Every address is one that the guard never connects to; nothing was sent. */
  | Readonly<{ kind: 'addressDenied'; reason: DenyReason }>
  | Readonly<{ kind: 'portDenied' }>
  /**
   * The console held back for the server's sake: its own limit for the address is `used` up, or `busy` with another
   * validation's connection. `retryAt` is ISO 8601 UTC.
   */
  | Readonly<{ kind: 'budget'; why: 'used' | 'busy'; retryAt: string }>
  | Readonly<{ kind: 'timeout'; limitMs: number }>
  /** The whole run's deadline ended the stage. */
  | Readonly<{ kind: 'deadline'; limitMs: number }>
  | Readonly<{ kind: 'cancelled' }>
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'reset' }>
  | Readonly<{ kind: 'unreachable'; detail: string }>
  /** The server closed the connection where a reply was due. */
  | Readonly<{ kind: 'closed' }>
  /** A reply came, and it was not the hoped-for one. */
  | Readonly<{ kind: 'reply'; reply: Reply }>
  /** A reply came before its command was sent, so that no later one can be told to belong to anything. */
  | Readonly<{ kind: 'outOfTurn'; reply: Reply }>
  /** Bytes came that are no SMTP reply; `sample` is escaped and at most 60 characters. */
  | Readonly<{ kind: 'notSmtp'; sample: string }>
  | Readonly<{ kind: 'tooLong'; what: 'line' | 'reply' | 'session' }>
  | Readonly<{ kind: 'starttlsNotOffered' }>
  /** Clear text followed the 220 to STARTTLS (RFC 3207 section 6; CVE-2011-0411). */
  | Readonly<{ kind: 'plaintextAfterStarttls' }>
  /** The handshake failed; `code` is Node's or OpenSSL's error code. */
  | Readonly<{ kind: 'tlsHandshake'; code: string }>
  /** An MTA-STS record or policy that senders must ignore (RFC 8461); `detail` is escaped and at most 100 characters. */
  | Readonly<{
      kind: 'policyUnusable';
      problem: 'record' | 'status' | 'contentType' | 'tooLong' | 'syntax';
      detail: string;
    }>;
export type FailureKind = Failure['kind'];

/** Why the guard never connects to an address. */
export type DenyReason =
  | 'loopback'
  | 'linkLocal'
  | 'metadata'
  | 'multicast'
  | 'broadcast'
  | 'unspecified'
  | 'reserved'
  | 'private'
  /** The console itself, or its database, listens there. */
  | 'ownService';

/**
 * One MX record. `name` is in lower case without its last dot, escaped and bounded; the lowest preference comes first.
 * `unusable`: an address, the root, or what can be no host stands where a host name must (RFC 5321 section 5.1).
 */
export type MailExchanger = Readonly<{
  name: string;
  preference: number;
  unusable?: 'address' | 'root' | 'name';
}>;

/** How long DNS lets each type of record be kept, in seconds: the least of the answer's and its aliases'. */
export type TtlSeconds = Readonly<Partial<Record<'MX' | 'A' | 'AAAA' | 'PTR' | 'TLSA' | 'TXT', number>>>;

/** A name that an address' PTR record gives; `confirmed`: it leads back to the address; absent where DNS didn't say. */
export type Pointer = Readonly<{ name: string; confirmed?: boolean }>;

/**
 * One TLSA record (RFC 6698). `data` is hex in lower case; with matching type 0 (the whole certificate or key) the
 * SHA-256 of it.
 */
export type TlsaRecord = Readonly<{ usage: number; selector: number; matchingType: number; data: string }>;

/** The TLSA records of `name`; `vouched`: the resolver says that it verified the answer with DNSSEC. */
export type TlsaFacts = Readonly<{ name: string; records: readonly TlsaRecord[]; vouched: boolean }>;

/** An MTA-STS policy (RFC 8461 section 3.2). `mx` are host names, or `*.` before one. */
export type MtaStsPolicy = Readonly<{
  mode: 'enforce' | 'testing' | 'none';
  mx: readonly string[];
  maxAgeSeconds: number;
}>;

/** A domain's MTA-STS: without `record`, it has none. */
export type MtaStsFacts = Readonly<{ record?: string; policy?: MtaStsPolicy }>;

/** One certificate as the server sent it. Times are ISO 8601 UTC; names are escaped to printable ASCII. */
export type CertificateFacts = Readonly<{
  subject: string;
  commonName?: string;
  issuer: string;
  /** DNS names, then IP addresses as `IP:192.0.2.1`, at most 100. */
  subjectAlternativeNames: readonly string[];
  validFrom: string;
  validTo: string;
  keyType: string;
  keyBits?: number;
  /** As OpenSSL names it: `prime256v1`. */
  keyCurve?: string;
  /** As OpenSSL names it: `sha256WithRSAEncryption`, `ecdsa-with-SHA256`. */
  signatureAlgorithm?: string;
  /** Extended key usage: `serverAuth`, `clientAuth`, …, `any`, or an object identifier. Absent where any will do. */
  purposes?: readonly string[];
  /** Where it says that its issuer's certificate lies, at most 3. */
  issuerUrls?: readonly string[];
  /** It carries timestamps of public logs (RFC 6962), as every certificate of a public authority does. */
  publiclyLogged?: boolean;
  /** SHA-256 of the DER, upper-case hex with colons. */
  fingerprint256: string;
  serialNumber: string;
  selfSigned: boolean;
  /** What TLSA records may hold, in lower-case hex: hashes of the DER and of the key's (SubjectPublicKeyInfo). */
  tlsaHashes?: Readonly<{
    certificateSha256: string;
    certificateSha512: string;
    publicKeySha256: string;
    publicKeySha512: string;
  }>;
}>;

/** What a TLS handshake showed, whatever was demanded. */
export type TlsFacts = Readonly<{
  version: string;
  cipher: string;
  /** The ephemeral key, as OpenSSL names it: `ECDH`, `X25519`, 253 bits. Absent where there was none. */
  keyExchange?: Readonly<{ type: string; name?: string; bits?: number }>;
  /** `ok`, or the chain error as Node names it (CERT_HAS_EXPIRED, …). Says nothing of names. */
  chain: string;
  /** The leaf first; in the order in which they came, with what does not belong there. */
  certificates: readonly CertificateFacts[];
}>;

/** What one stage showed. `failure` is absent where the stage did what the protocol foresees. */
export type Observation = Readonly<{
  stage: Stage;
  /**
   * The smart host as the connector spells it, port included where it names one; the mail exchanger where MX decides.
   * `mx`, `mtaSts`: the domain that was asked about.
   */
  host: string;
  port: number;
  /** The literal address connected to, or asked about (`ptr`); absent for `mx`, `mtaSts`, `resolve` and `tlsa`. */
  address?: string;
  /** `rcptTo` and `data` only. */
  recipient?: string;
  /** `mailFrom` and `rcptTo` that ask what the server accepts and refuses, and belong to no test message. */
  check?: RelayCheck;
  /** Milliseconds since the run began. */
  startedAtMs: number;
  durationMs: number;
  failure?: Failure;
  /** `connect`: how much of `durationMs` the console held back before it connected, for its own limit's sake. */
  heldBackMs?: number;
  /** `data`: a worker that did not end the run had sent this message, which was not sent again; `reply` is of then. */
  sentEarlier?: true;
  /** `resolve`: every address found, whether connected to or not. */
  addresses?: readonly string[];
  /** `resolve` of a mail exchanger: the name that its CNAME record leads to. */
  alias?: string;
  /** `resolve`: the names that CNAME records lead through, in order. */
  aliases?: readonly string[];
  /** `mx`, `resolve`, `ptr`, `tlsa`, `mtaSts` */
  ttlSeconds?: TtlSeconds;
  /** `mx`: the records found, in order of preference; the domain itself where it has an address and no MX. */
  exchangers?: readonly MailExchanger[];
  implicitMx?: boolean;
  reply?: Reply;
  /** Replies before `reply` at the same stage: to RSET before MAIL, to DATA itself, to a refused EHLO before HELO. */
  earlierReplies?: readonly Reply[];
  /** `data`: the test message, in bytes as they were sent. */
  message?: Readonly<{ bytes: number; contentType: string }>;
  /** `data`: under which the server files the message, where its reply says so. */
  queueId?: string;
  /** `ehlo`, `ehloAfterTls`: the verb that worked and the capability lines behind the greeting. */
  verb?: 'EHLO' | 'HELO';
  capabilities?: readonly string[];
  /** `tls` */
  tls?: TlsFacts;
  /** `tlsa` */
  tlsa?: TlsaFacts;
  /** `ptr`: none where the address has no PTR record. */
  pointers?: readonly Pointer[];
  /** `mtaSts` */
  mtaSts?: MtaStsFacts;
}>;

/** A test message that a server took responsibility for. `host` is spelled as in Observation. */
export type SentMessage = Readonly<{ host: string; recipient: string; reply?: Reply }>;

/** One line of a connection's dialogue: escaped, bounded, without the test message's body. */
export type TranscriptLine = Readonly<{ atMs: number; from: 'client' | 'server' | 'note'; text: string }>;

/** What a running validation reports, in order. A stage that began and has not ended is running. */
export type ValidationEvent =
  | Readonly<{
      kind: 'stageStarted';
      stage: Stage;
      host: string;
      port: number;
      address?: string;
      recipient?: string;
      check?: RelayCheck;
      startedAtMs: number;
    }>
  | (Observation & Readonly<{ kind: 'stageEnded' }>)
  | Readonly<{
      kind: 'transcript';
      host: string;
      port: number;
      address: string;
      lines: readonly TranscriptLine[];
      truncated: boolean;
    }>;
