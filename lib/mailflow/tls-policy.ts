// What a connector demands of TLS, as Exchange Online's TlsSettings and TlsDomain say it.

/**
 * `opportunistic` is TlsSettings null: TLS if offered, clear text otherwise. The others require TLS:
 * with any certificate, with one from a trusted CA, or with one from a trusted CA that names `domain`.
 * @see New-OutboundConnector -TlsSettings, -TlsDomain
 */
export type TlsPolicy =
  | Readonly<{ level: 'opportunistic' }>
  | Readonly<{ level: 'encryptionOnly' }>
  | Readonly<{ level: 'certificateValidation' }>
  | Readonly<{ level: 'domainValidation'; domain: string }>;

export type TlsLevel = TlsPolicy['level'];

/** The levels from weakest to strongest. */
export const TLS_LEVELS: readonly TlsLevel[] = [
  'opportunistic',
  'encryptionOnly',
  'certificateValidation',
  'domainValidation',
];

/** True where mail must not leave in clear text. */
export const requiresTls = (policy: TlsPolicy): boolean => policy.level !== 'opportunistic';
