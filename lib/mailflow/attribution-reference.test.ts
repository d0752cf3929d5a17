import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeConnection } from './attribute-connection';
import type { InboundConnection } from './attribution-trace';
import type { KeptConnector, MailSetup } from './mail-setup';
import { referenceAttribution } from './reference-attribution-for-tests';
import { shuffled } from './setup-arbitrary-for-tests';
import { fromOrganization, fromPartner, setup } from './setup-for-tests';

const host = fc.constantFrom('mail.contoso.com', 'a.mail.contoso.com', 'contoso.com', 'mx.fabrikam.com');
const wildcard = fc.constantFrom('*.contoso.com', '*.mail.contoso.com', '*.fabrikam.com');
const certificate = fc.oneof({ weight: 2, arbitrary: host }, { weight: 1, arbitrary: wildcard });
const ranges = fc
  .array(fc.constantFrom('192.0.2.0/24', '192.0.2.0/28', '192.0.2.8/29', '192.0.2.9', '192.0.2.64/26'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((list) => list.join(' '));
const domains = fc
  .array(
    fc.constantFrom(
      'fabrikam.com',
      'a.fabrikam.com',
      '*.fabrikam.com',
      '*.a.fabrikam.com',
      'contoso.com',
      '*',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.join(' '));
const held = fc.oneof(
  fc.constant({ tls: true }),
  fc.record({ certificate }),
  fc.record({ addresses: ranges }),
  fc.record({ certificate, addresses: ranges }),
);

const connector: fc.Arbitrary<KeptConnector> = fc
  .tuple(
    fc.constantFrom('A', 'B', 'a'),
    fc.integer({ min: 0, max: 4 }).map((n) => ({ enabled: n > 0 })),
    fc.oneof(
      fc.oneof(certificate, ranges).map((by) => ({ by })),
      fc.record({ domains, held }),
      fc.record({ addresses: ranges }),
    ),
  )
  .map(([name, enabled, kind]) => {
    if ('by' in kind) return fromOrganization(name, kind.by, enabled);
    if ('held' in kind) return fromPartner(name, kind.domains, kind.held, enabled);
    return fromPartner(name, '*', kind, { ...enabled, identification: { by: 'ipAddresses' } });
  });

/** Names repeat here, which no store allows: ids decide then. */
const anyInbound: fc.Arbitrary<MailSetup> = fc.array(connector, { maxLength: 8 }).map((list) =>
  setup(
    list.map((kept, at) => ({ ...kept, id: `c${at}` })),
    'contoso.com fabrikam.com;relay+',
  ),
);

const anyConnection: fc.Arbitrary<InboundConnection> = fc.record({
  ip: fc.constantFrom('192.0.2.1', '192.0.2.9', '192.0.2.12', '192.0.2.70', '192.0.2.200'),
  tls: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  certificateNames: fc.array(certificate, { maxLength: 2 }),
  certificateTrusted: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  mailFrom: fc.constantFrom(
    'e@fabrikam.com',
    'e@a.fabrikam.com',
    'e@b.a.fabrikam.com',
    'e@contoso.com',
    'e@x.org',
    '',
  ),
  rcptTo: fc.constant(['bob@contoso.com', 'eva@gmail.com']),
});

test('the winner is that of the slow, obvious search, more than 30,000 times', { timeout: 60_000 }, () => {
  let cases = 0;
  const reasons = new Map<string, number>();
  fc.assert(
    fc.property(
      anyInbound,
      fc.array(anyConnection, { minLength: 10, maxLength: 10 }),
      (given, connections) => {
        for (const connection of connections) {
          const { winner, reason } = attributeConnection(given, connection);
          const reference = referenceAttribution(given, connection);
          if (winner?.id !== reference) expect([connection, winner?.id]).toEqual([connection, reference]);
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
          cases += 1;
        }
      },
    ),
    { numRuns: 3_001 },
  );
  expect(cases).toBeGreaterThan(30_000);
  expect(reasons.size).toBe(9);
  for (const count of reasons.values()) expect(count / cases).toBeGreaterThan(0.005);
});

test('the order of a set-up says nothing', () => {
  const both = anyInbound.chain((given) => fc.tuple(fc.constant(given), shuffled(given)));
  fc.assert(
    fc.property(both, anyConnection, ([given, other], connection) => {
      expect(attributeConnection(other, connection)).toEqual(attributeConnection(given, connection));
    }),
    { numRuns: 1_000 },
  );
});

test('whoever would win if only it were on does win once it is; nobody else does', () => {
  fc.assert(
    fc.property(anyInbound, anyConnection, (given, connection) => {
      for (const { connector: one, reason, wouldWin } of attributeConnection(given, connection).beaten) {
        if (reason !== 'off') continue;
        const connectors = given.connectors.map((kept) =>
          kept.id === one.id ? { ...kept, connector: { ...kept.connector, enabled: true } } : kept,
        );
        const { winner } = attributeConnection({ ...given, connectors }, connection);
        expect(winner?.id === one.id).toBe(wouldWin);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('without the winner the first of the beaten that is on wins', () => {
  fc.assert(
    fc.property(anyInbound, anyConnection, (given, connection) => {
      const { winner, beaten } = attributeConnection(given, connection);
      const connectors = given.connectors.filter(({ id }) => id !== winner?.id);
      const next = attributeConnection({ ...given, connectors }, connection).winner;
      if (winner) expect(next?.id).toBe(beaten.find(({ reason }) => reason !== 'off')?.connector.id);
    }),
    { numRuns: 2_000 },
  );
});

test('a foreign recipient is taken only with a connector of the organization and an accepted domain', () => {
  fc.assert(
    fc.property(anyInbound, anyConnection, (given, connection) => {
      const { winner, recipients } = attributeConnection(given, connection);
      const won = given.connectors.find(({ id }) => id === winner?.id)?.connector;
      if (recipients[1]?.verdict === 'accepted') {
        expect(won?.partnerKind).toBe('onPremises');
        const names = [...connection.certificateNames, connection.mailFrom];
        expect(names.some((name) => /(contoso|fabrikam)\.com$/.test(name))).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
