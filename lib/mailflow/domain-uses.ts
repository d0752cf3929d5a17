// What of a set-up hangs on an accepted domain: shown before one is removed. Finds only what names the domain, or takes all.
import type { Connector } from './connector';
import { isBelow } from './domain-pattern';
import type { MailSetup, Named } from './mail-setup';
import type { RuleCondition } from './transport-rule';

/** `acceptedDomains`: the connector takes the domain's mail because it is accepted. */
export type DomainUse = Named &
  Readonly<{ by: 'acceptedDomains' | 'recipientDomains' | 'associated' | 'certificate' | 'rule' }>;

/** In the set-up's order, connectors first; each once, with the first reason found. */
export function domainUses(setup: MailSetup, domain: string): DomainUse[] {
  const connectors = setup.connectors.flatMap(({ id, connector }): DomainUse[] => {
    const by = useOf(connector, domain);
    return by ? [{ id, name: connector.name, by }] : [];
  });
  const rules = setup.transportRules.flatMap(({ id, rule }): DomainUse[] =>
    [...rule.conditions, ...rule.exceptions].some((condition) => names(condition, domain))
      ? [{ id, name: rule.name, by: 'rule' }]
      : [],
  );
  return [...connectors, ...rules];
}

function useOf(connector: Connector, domain: string): Exclude<DomainUse['by'], 'rule'> | undefined {
  if (connector.direction === 'outbound') {
    const { scope } = connector;
    if (scope.kind === 'acceptedDomains') return 'acceptedDomains';
    if (scope.kind === 'transportRule') return undefined;
    const isNamed = scope.domains.some((pattern) => pattern.kind !== 'any' && pattern.domain === domain);
    return isNamed ? 'recipientDomains' : undefined;
  }
  if (connector.associatedAcceptedDomains.includes(domain)) return 'associated';
  const { identification } = connector;
  if (connector.partnerKind !== 'onPremises' || identification.by !== 'certificate') return undefined;
  const name = identification.certificateName.replace(/^\*\./, '');
  return name === domain || isBelow(name, domain) ? 'certificate' : undefined;
}

const names = (condition: RuleCondition, domain: string): boolean =>
  'domains' in condition && condition.domains.includes(domain);
