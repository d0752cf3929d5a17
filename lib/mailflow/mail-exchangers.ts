// Which servers a plan's mail goes to, and whose mail goes to each: the smart hosts, or what MX records name
// (RFC 5321 section 5.1). Pure: the probe asks where to go, judge() where it went.
import { domainOf } from './email-address';
import type { MailExchanger } from './observation';
import { SMTP_PORT, type SmartHost } from './smart-host';

/** How many servers of one domain are tried. A sender may stop early too (RFC 5321 section 5.1). */
export const EXCHANGERS_MAX = 10;

type Plan = Readonly<{ hosts: readonly unknown[]; recipients: readonly string[] }>;

/** The domain that decides about a recipient's mail, in lower case. */
export const mailDomainOf = (recipient: string): string => domainOf(recipient).toLowerCase();

/** The domains whose MX the plan's mail goes to, each once, in the recipients' order; none where it has smart hosts. */
export const mxDomainsOf = ({ hosts, recipients }: Plan): readonly string[] =>
  hosts.length > 0 ? [] : [...new Set(recipients.map(mailDomainOf))];

/**
 * The servers that a sender can use, each once at its best preference, most preferred first. Equals, among which a
 * sender chooses by chance, stand in the order of their names, so that two runs can be compared.
 */
export function usableExchangers(found: readonly MailExchanger[]): readonly MailExchanger[] {
  const sorted = [...found].sort((a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1));
  const usable = sorted.filter(({ unusable }) => unusable === undefined);
  return usable.filter(({ name }, index) => usable.findIndex((other) => other.name === name) === index);
}

/** Those of the usable ones that a validation tries. */
export const triedExchangers = (found: readonly MailExchanger[]): readonly MailExchanger[] =>
  usableExchangers(found).slice(0, EXCHANGERS_MAX);

/** A server and the recipients whose mail may go to it, in the plan's order. */
export type MailTarget = Readonly<{ host: SmartHost; recipients: readonly string[] }>;

/** The servers to visit, each once, whatever number of domains name it. `exchangersOf` knows a domain's MX records. */
export function mailTargets(
  { hosts, recipients }: Readonly<{ hosts: readonly SmartHost[]; recipients: readonly string[] }>,
  exchangersOf: (domain: string) => readonly MailExchanger[],
): MailTarget[] {
  if (hosts.length > 0) return hosts.map((host) => ({ host, recipients }));
  const byName = new Map<string, Set<string>>();
  for (const domain of mxDomainsOf({ hosts, recipients }))
    for (const { name } of triedExchangers(exchangersOf(domain)))
      byName.set(name, (byName.get(name) ?? new Set()).add(domain));
  return [...byName].map(([name, domains]) => ({
    host: { kind: 'name', host: name, port: SMTP_PORT },
    recipients: recipients.filter((recipient) => domains.has(mailDomainOf(recipient))),
  }));
}
