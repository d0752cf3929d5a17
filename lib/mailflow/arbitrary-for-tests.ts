// Any connector an admin could save, and any draft a form or a forger could hold, for property tests.
import fc from 'fast-check';
import type { Connector } from './connector';
import type { ConnectorDraft } from './connector-draft';
import { type DomainPattern, formatDomainPattern } from './domain-pattern';
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

/** A connector that routes through smart hosts, as the wizard can make it. */
export const connector: fc.Arbitrary<Connector> = fc.record({
  direction: fc.constant('outbound'),
  partnerKind: fc.constantFrom('onPremises', 'partner'),
  name,
  description: fc.oneof(fc.constant(''), name),
  enabled: fc.boolean(),
  retainInternalHeaders: fc.boolean(),
  scope: fc.oneof(
    fc.constantFrom<Connector['scope']>({ kind: 'acceptedDomains' }, { kind: 'transportRule' }),
    several(domainPattern, formatDomainPattern).map((domains) => ({
      kind: 'recipientDomains' as const,
      domains,
    })),
  ),
  delivery: several(smartHost, formatSmartHost).map((hosts) => ({ by: 'smartHosts' as const, hosts })),
  tls: tlsPolicy,
  validationRecipients: several(emailAddress, (address) => address.toLowerCase()),
});

/** A draft of the right shape that may hold anything. */
export const anyDraft: fc.Arbitrary<ConnectorDraft> = fc.record({
  from: fc.constantFrom('', 'office365', 'organization', 'partner'),
  to: fc.constantFrom('', 'office365', 'organization', 'partner'),
  name: fc.oneof(name, anyText),
  description: anyText,
  enabled: fc.boolean(),
  retainInternalHeaders: fc.boolean(),
  scope: fc.constantFrom('', 'acceptedDomains', 'transportRule', 'recipientDomains'),
  recipientDomains: fc.array(fc.oneof(domainPattern.map(formatDomainPattern), anyText), { maxLength: 3 }),
  smartHosts: fc.array(fc.oneof(smartHost.map(formatSmartHost), anyText), { maxLength: 3 }),
  tlsRequired: fc.boolean(),
  tlsCertificate: fc.constantFrom('', 'any', 'trustedCa'),
  tlsMatchDomain: fc.boolean(),
  tlsDomain: fc.oneof(hostName, anyText),
  validationRecipients: fc.array(fc.oneof(emailAddress, anyText), { maxLength: 3 }),
});
