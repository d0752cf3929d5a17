// What can be wrong with the servers to which outbound connectors hand mail.
import type { Candidate } from './domain-index';
import { fixAt } from './setup-rules-scope';
import type { Breach, SetupRule, SetupScene } from './setup-scene';
import { isCloudHost, type SmartHost } from './smart-host';
import { TLS_LEVELS } from './tls-policy';

const hostsOf = ({ kept }: Candidate): readonly SmartHost[] => {
  const { delivery } = kept.connector;
  return delivery.by === 'smartHosts' ? delivery.hosts : [];
};
const strength = ({ kept }: Candidate): number => TLS_LEVELS.indexOf(kept.connector.tls.level);

/** One server held to less by one connector than by another: each weaker connector once, with its first such server. */
function downgrades({ live }: SetupScene): Breach[] {
  const strongest = new Map<string, Candidate>();
  for (const candidate of live) {
    for (const { host } of hostsOf(candidate)) {
      const known = strongest.get(host);
      if (!known || strength(candidate) > strength(known)) strongest.set(host, candidate);
    }
  }
  return live.flatMap((candidate): Breach[] => {
    for (const { host } of hostsOf(candidate)) {
      const other = strongest.get(host);
      if (!other || strength(other) <= strength(candidate)) continue;
      const [mine, theirs] = [candidate, other].map(({ kept }) => kept.connector.tls.level);
      const params = { name: candidate.named.name, other: other.named.name, host };
      return [
        {
          connectors: [candidate.named, other.named],
          params: { ...params, level: mine ?? '', otherLevel: theirs ?? '' },
          fix: fixAt(candidate.named, 'security', 'tlsRequired'),
        },
      ];
    }
    return [];
  });
}

/** Each live connector once, with its first smart host of that kind. */
const withHost =
  (isWrong: (host: SmartHost, candidate: Candidate) => boolean) =>
  ({ live }: SetupScene): Breach[] =>
    live.flatMap((candidate): Breach[] => {
      const found = hostsOf(candidate).find((host) => isWrong(host, candidate));
      if (!found) return [];
      const { named } = candidate;
      const params = { name: named.name, host: found.host };
      return [{ connectors: [named], params, fix: fixAt(named, 'routing', 'smartHosts') }];
    });

export const DELIVERY_RULES: readonly SetupRule[] = [
  { code: 'smartHostIsCloud', breaks: withHost(isCloudHost) },
  {
    // No certificate names an address, as a rule: the connector's own TLS domain is what it is held against.
    code: 'domainValidationByAddress',
    breaks: withHost(
      ({ kind }, { kept }) => kind !== 'name' && kept.connector.tls.level === 'domainValidation',
    ),
  },
  { code: 'tlsDowngrade', breaks: downgrades },
];
