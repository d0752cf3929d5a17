// Any connector an admin could save, and any draft a form or a forger could hold, for property tests.
import fc from 'fast-check';
import {
  type Connector,
  DANE_MODES,
  type InboundConnector,
  MTA_STS_MODES,
  type OutboundConnector,
} from './connector';
import type { ConnectorDraft } from './connector-draft';
import { type DomainPattern, formatDomainPattern } from './domain-pattern';
import type { Json } from './exchange-origin';
import { formatIpRange, parseIpRange } from './ip-range';
import { formatSmartHost, parseSmartHost, type SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

/** Text of all kinds, seasoned with what the readers look for. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        '1',
        '.',
        '*',
        ':',
        '[',
        ']',
        '@',
        '-',
        '_',
        '/',
        ' ',
        '\r\n',
        ',',
        ';',
        'ü',
        '25',
        'com',
        '::',
        '%',
        '\u200b',
        '\ud800',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

const hostName = fc.domain().map((name) => name.toLowerCase());
const port = fc.oneof(fc.constant(25), fc.integer({ min: 1, max: 65_535 }));

export const smartHost: fc.Arbitrary<SmartHost> = fc
  .tuple(
    fc.oneof(
      hostName,
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
    ),
    port,
  )
  .map(([host, number]) => parseSmartHost(`${host}:${number}`))
  .filter((read) => read.ok)
  .map((read) => read.value);

const limitedPattern: fc.Arbitrary<DomainPattern> = fc.record({
  kind: fc.constantFrom('exact' as const, 'suffix' as const),
  domain: hostName,
});
export const domainPattern = fc.oneof(limitedPattern, fc.constant<DomainPattern>({ kind: 'any' }));

export const emailAddress = fc
  .tuple(fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\.[a-zA-Z0-9]{1,9}){0,2}$/), hostName)
  .map(([localPart, domain]) => `${localPart}@${domain}`)
  .filter((address) => address.length <= 254);

export const tlsPolicy: fc.Arbitrary<TlsPolicy> = fc.oneof(
  fc.constantFrom<TlsPolicy>(
    { level: 'opportunistic' },
    { level: 'encryptionOnly' },
    { level: 'certificateValidation' },
  ),
  limitedPattern.map((pattern) => ({
    level: 'domainValidation' as const,
    domain: formatDomainPattern(pattern),
  })),
);

const several = <T>(item: fc.Arbitrary<T>, key: (value: T) => string): fc.Arbitrary<[T, ...T[]]> =>
  fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: key }).map((list) => list as [T, ...T[]]);

const name = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 ._-]{0,40}[A-Za-z0-9])?$/);

/** As a record left it, or none. */
export const exchangeOrigin = fc.record(
  {
    guid: fc.uuid(),
    kept: fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom('LinkedConnector', 'WhenChangedUTC', 'ScanAndDropRecipients', 'constructor'),
          value: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
        },
        { requiredKeys: ['name', 'value'] },
      ),
      { maxLength: 3, selector: (kept) => kept.name },
    ),
  },
  { requiredKeys: ['kept'] },
);

const named = {
  name,
  description: fc.oneof(fc.constant(''), name),
  enabled: fc.boolean(),
  retainInternalHeaders: fc.boolean(),
};

const domains = several(domainPattern, formatDomainPattern);
const ranges = several(
  fc
    .tuple(fc.ipV4(), fc.integer({ min: 24, max: 32 }))
    .map(([address, prefix]) => parseIpRange(`${address}/${prefix}`))
    .filter((read) => read.ok)
    .map((read) => read.value),
  formatIpRange,
);
const certificateName = limitedPattern.map(formatDomainPattern);
const smartHosts = several(smartHost, formatSmartHost).map((hosts) => ({ by: 'smartHosts' as const, hosts }));
const byDomains = domains.map((list) => ({ kind: 'recipientDomains' as const, domains: list }));
const byRule = fc.constant({ kind: 'transportRule' as const });

const outbound = {
  direction: fc.constant('outbound' as const),
  ...named,
  tls: tlsPolicy,
  validationRecipients: several(emailAddress, (address) => address.toLowerCase()),
  testMode: fc.boolean(),
  smtpDaneMode: fc.constantFrom(...DANE_MODES),
  mtaStsMode: fc.constantFrom(...MTA_STS_MODES),
};

/** A connector from Office 365, as the wizard can make it. */
export const outboundConnector: fc.Arbitrary<OutboundConnector> = fc.oneof(
  fc.record({
    ...outbound,
    partnerKind: fc.constant('onPremises' as const),
    scope: fc.oneof(
      fc.constant({ kind: 'acceptedDomains' as const }),
      domains.map((also) => ({ kind: 'acceptedDomains' as const, also })),
      byRule,
      byDomains,
    ),
    delivery: smartHosts,
    routeAllViaOnPremises: fc.boolean(),
    senderRewriting: fc.boolean(),
  }),
  fc
    .record({
      ...outbound,
      partnerKind: fc.constant('partner' as const),
      scope: fc.oneof(byRule, byDomains),
      delivery: fc.oneof(smartHosts, fc.constant({ by: 'mx' as const })),
      routeAllViaOnPremises: fc.constant(false),
      senderRewriting: fc.constant(false),
    })
    // A partner is validated with a mailbox of its own.
    .map((given) => {
      if (given.scope.kind !== 'recipientDomains') return given;
      const [first] = given.scope.domains;
      const domain = first.kind === 'any' ? 'contoso.com' : first.domain;
      return { ...given, validationRecipients: [`postmaster@${domain}`] as [string] };
    }),
);

const inbound = {
  direction: fc.constant('inbound' as const),
  ...named,
  treatAsInternal: fc.constant(false),
  associatedAcceptedDomains: fc.uniqueArray(hostName, { maxLength: 3 }),
  enhancedFiltering: fc.oneof(
    fc.constant({ skip: 'nothing' as const }),
    fc.record({ skip: fc.constant('lastAddress' as const), users: fc.constantFrom([], ['ada@contoso.com']) }),
    fc.record({
      skip: fc.constant('addresses' as const),
      addresses: fc.constantFrom<[string, ...string[]]>(
        ['192.0.2.1'],
        ['198.51.100.0/24', '203.0.113.1-203.0.113.9'],
      ),
      users: fc.constantFrom([], ['ada@contoso.com', 'bob@contoso.com']),
    }),
  ),
};

/** A connector to Office 365, as the wizard can make it. */
export const inboundConnector: fc.Arbitrary<InboundConnector> = fc.oneof(
  fc.record({
    ...inbound,
    partnerKind: fc.constant('onPremises' as const),
    identification: fc.oneof(
      fc.record({ by: fc.constant('certificate' as const), certificateName }),
      fc.record({ by: fc.constant('ipAddresses' as const), addresses: ranges }),
    ),
  }),
  fc.record({
    ...inbound,
    partnerKind: fc.constant('partner' as const),
    identification: fc.record({ by: fc.constant('senderDomains' as const), domains }),
    restrictions: fc.oneof(
      fc.record({ tls: fc.oneof(fc.constant({}), fc.record({ certificateName })) }),
      fc.record({ ipAddresses: ranges }),
      fc.record({ tls: fc.oneof(fc.constant({}), fc.record({ certificateName })), ipAddresses: ranges }),
    ),
  }),
  fc.record({
    ...inbound,
    partnerKind: fc.constant('partner' as const),
    identification: fc.constant({ by: 'ipAddresses' as const }),
    restrictions: fc.oneof(
      fc.record({ ipAddresses: ranges }),
      fc.record({ tls: fc.record({ certificateName }), ipAddresses: ranges }),
    ),
  }),
);

export const connector: fc.Arbitrary<Connector> = fc.oneof(outboundConnector, inboundConnector);

const anyEntries = (sound: fc.Arbitrary<string>) => fc.array(fc.oneof(sound, anyText), { maxLength: 3 });
const patterns = domainPattern.map(formatDomainPattern);
const anyRange = fc.tuple(fc.ipV4(), fc.integer({ min: 8, max: 33 })).map(([ip, bits]) => `${ip}/${bits}`);

/** A draft of the right shape that may hold anything. */
export const anyDraft: fc.Arbitrary<ConnectorDraft> = fc.record({
  from: fc.constantFrom('', 'office365', 'organization', 'partner'),
  to: fc.constantFrom('', 'office365', 'organization', 'partner'),
  name: fc.oneof(name, anyText),
  description: anyText,
  enabled: fc.boolean(),
  retainInternalHeaders: fc.boolean(),
  scope: fc.constantFrom('', 'acceptedDomains', 'transportRule', 'recipientDomains'),
  recipientDomains: anyEntries(patterns),
  alsoRecipientDomains: anyEntries(patterns),
  delivery: fc.constantFrom('', 'mx', 'smartHosts'),
  smartHosts: anyEntries(smartHost.map(formatSmartHost)),
  tlsRequired: fc.boolean(),
  tlsCertificate: fc.constantFrom('', 'any', 'trustedCa'),
  tlsMatchDomain: fc.boolean(),
  tlsDomain: fc.oneof(hostName, anyText),
  validationRecipients: anyEntries(emailAddress),
  identifiedBy: fc.constantFrom('', 'certificate', 'ipAddresses', 'senderDomains'),
  senderCertificateName: fc.oneof(hostName, anyText),
  senderDomains: anyEntries(patterns),
  senderIpAddresses: anyEntries(anyRange),
  rejectWithoutTls: fc.boolean(),
  rejectOtherCertificates: fc.boolean(),
  rejectOtherAddresses: fc.boolean(),
  allowedIpAddresses: anyEntries(anyRange),
  testMode: fc.boolean(),
  smtpDaneMode: fc.constantFrom(...DANE_MODES),
  mtaStsMode: fc.constantFrom(...MTA_STS_MODES),
  routeAllViaOnPremises: fc.boolean(),
  senderRewriting: fc.boolean(),
  treatAsInternal: fc.boolean(),
  associatedAcceptedDomains: anyEntries(hostName),
  enhancedFiltering: fc.constantFrom('nothing', 'lastAddress', 'addresses'),
  skippedAddresses: anyEntries(anyRange),
  filteredUsers: anyEntries(emailAddress),
  exchange: fc.oneof(fc.constant(null), exchangeOrigin),
});
