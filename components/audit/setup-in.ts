// Accepted domains and rules out of an audit entry's details, where they are such.
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import { acceptedDomain, parseDomainType } from '@/lib/mailflow/accepted-domain-plan';
import type { TransportRule } from '@/lib/mailflow/transport-rule';
import { fromRule, reviewRule, toRule } from '@/lib/mailflow/transport-rule-draft';
import { type Details, objectIn, textIn } from './read-details';

/** What a rule says, without its place and its connector; undefined where that is not a rule. */
export function ruleIn(details: Details, key: string): ReturnType<typeof toRule> | undefined {
  const held = objectIn(details, key);
  if (!held) return undefined;
  try {
    // There and back: what comes out is whole, whatever went in.
    const draft = fromRule(held as TransportRule);
    return reviewRule(draft).length === 0 ? toRule(draft) : undefined;
  } catch {
    return undefined;
  }
}

/** The domains of a list, those that are such. */
export const domainsIn = (details: Details, key: string): AcceptedDomain[] =>
  objectsIn(details, key).flatMap(domainOf);

/** The changes of a list, those of which both sides are domains. */
export const domainChangesIn = (
  details: Details,
): Readonly<{ before: AcceptedDomain; after: AcceptedDomain }>[] =>
  objectsIn(details, 'changes').flatMap((change) => {
    const [before] = domainOf(objectIn(change, 'before') ?? {});
    const [after] = domainOf(objectIn(change, 'after') ?? {});
    return before && after ? [{ before, after }] : [];
  });

function domainOf(held: Details): AcceptedDomain[] {
  const domain = textIn(held, 'domain');
  const type = parseDomainType(textIn(held, 'type') ?? '');
  if (!domain || !type.ok) return [];
  const { isDefault, matchSubDomains } = held;
  return [
    acceptedDomain(
      { domain, isDefault: isDefault === true, matchSubDomains: matchSubDomains === true },
      { type: type.value },
    ),
  ];
}

function objectsIn(details: Details, key: string): Details[] {
  const list: unknown = details[key];
  return Array.isArray(list) ? list.map((one: unknown) => objectIn({ one }, 'one') ?? {}) : [];
}
