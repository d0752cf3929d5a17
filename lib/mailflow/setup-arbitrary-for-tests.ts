// Small set-ups over few domains, so that overlaps, ties, subdomains and rules are the rule and not the exception.
import fc from 'fast-check';
import type { AcceptedDomain } from './accepted-domain';
import { OUTBOUND_DEFAULTS, type OutboundConnector } from './connector';
import type { DomainPattern } from './domain-pattern';
import type { KeptConnector, KeptRule, MailSetup } from './mail-setup';
import { someOf } from './setup-for-tests';
import type { RuleCondition, TransportRule } from './transport-rule';

/** A small tree: two organizations, with up to three labels below them. */
const label = fc.constantFrom('a', 'b', 'x-y');
export const fewDomains: fc.Arbitrary<string> = fc
  .tuple(fc.array(label, { maxLength: 2 }), fc.constantFrom('contoso.com', 'fabrikam.com', 'com.au'))
  .map(([labels, root]) => [...labels, root].join('.'));
export const fewAddresses = fewDomains.map((domain) => `ada@${domain}`);

const pattern: fc.Arbitrary<DomainPattern> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('exact' as const, 'suffix' as const), domain: fewDomains }),
  },
  { weight: 1, arbitrary: fc.constant<DomainPattern>({ kind: 'any' }) },
);
const some = <T>(item: fc.Arbitrary<T>, maxLength = 4) =>
  fc.array(item, { minLength: 1, maxLength }).map(someOf);

const scope: fc.Arbitrary<OutboundConnector['scope']> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'acceptedDomains' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('acceptedDomains' as const), also: some(pattern) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'transportRule' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('recipientDomains' as const), domains: some(pattern) }),
  },
);

const mostly = fc.integer({ min: 0, max: 9 }).map((n) => n > 1);
const outbound: fc.Arbitrary<Omit<KeptConnector, 'id'>> = fc
  .record({
    enabled: mostly,
    live: mostly,
    partnerKind: fc.constantFrom('onPremises' as const, 'partner' as const),
    scope,
    health: fc.constantFrom('passed' as const, 'failed' as const, 'never' as const),
    name: fc.constantFrom('A', 'B', 'a', 'ä'),
  })
  .map(({ live, health, name, ...given }) => ({
    health,
    connector: {
      direction: 'outbound',
      name,
      description: '',
      retainInternalHeaders: false,
      delivery: { by: 'mx' },
      tls: { level: 'opportunistic' },
      validationRecipients: [],
      ...OUTBOUND_DEFAULTS,
      testMode: !live,
      ...given,
    },
  }));

const accepted: fc.Arbitrary<AcceptedDomain> = fc.oneof(
  fc.record({ type: fc.constant('authoritative' as const), domain: fewDomains, isDefault: fc.boolean() }),
  fc.record({
    type: fc.constant('internalRelay' as const),
    domain: fewDomains,
    isDefault: fc.boolean(),
    matchSubDomains: fc.boolean(),
  }),
);

const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('recipientDomainIs' as const, 'senderDomainIs' as const),
      domains: some(fewDomains, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('recipientMemberOf' as const),
      group: fc.constant('Board'),
      members: fc.array(fewAddresses, { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<RuleCondition>({ kind: 'other', parameter: 'HasSenderOverride', value: true }),
  },
);

const rule: fc.Arbitrary<TransportRule> = fc.record({
  name: fc.constant('rule'),
  enabled: mostly,
  priority: fc.integer({ min: 0, max: 3 }),
  conditions: fc.array(condition, { maxLength: 2 }),
  exceptions: fc.array(condition, { maxLength: 1 }),
  connector: fc.record({ by: fc.constant('id' as const), id: fc.constantFrom('c0', 'c1', 'c2', 'gone') }),
  stopProcessing: fc.boolean(),
});

/** Connectors share names here, which no store allows: ids decide then, and the answer must still be one. */
export const anySetup: fc.Arbitrary<MailSetup> = fc
  .record({
    connectors: fc.array(outbound, { maxLength: 7 }),
    acceptedDomains: fc.uniqueArray(accepted, { maxLength: 4, selector: ({ domain }) => domain }),
    rules: fc.oneof(
      { weight: 1, arbitrary: fc.constant<TransportRule[]>([]) },
      { weight: 1, arbitrary: fc.array(rule, { maxLength: 3 }) },
    ),
  })
  .map(({ connectors, acceptedDomains, rules }) => ({
    acceptedDomains,
    connectors: connectors.map((kept, at) => ({ id: `c${at}`, ...kept })),
    transportRules: rules.map((one, at): KeptRule => ({ id: `r${at}`, rule: one })),
  }));

/** The same set-up, its lists in another order. */
export const shuffled = (setup: MailSetup): fc.Arbitrary<MailSetup> => {
  const all = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  return fc.record({
    acceptedDomains: all(setup.acceptedDomains),
    transportRules: all(setup.transportRules),
    connectors: all(setup.connectors),
  });
};
