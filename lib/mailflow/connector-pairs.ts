// Which two connectors are the halves of one pair: mail to the organization's servers, and mail from them.
import { parentsOf } from './accepted-lookup';
import type { Candidate } from './domain-index';
import { hybridWizardId } from './hybrid-wizard';
import type { KeptInbound } from './setup-scene';

export type ConnectorPair = Readonly<{ outbound: Candidate; inbound: KeptInbound }>;

/**
 * By the Hybrid Configuration Wizard's names; else by the server's name, which is in one's smart hosts or TLS domain
 * and in the other's certificate; else where each way has only one. Without a sign there is no pair.
 */
export function connectorPairs(live: readonly Candidate[], inbound: readonly KeptInbound[]): ConnectorPair[] {
  const there = live.filter(({ kept }) => kept.connector.partnerKind === 'onPremises');
  const back = inbound.filter(({ connector }) => connector.partnerKind === 'onPremises');
  const byWizard = new Map(back.flatMap((one) => keyed(hybridWizardId(one.named.name), one)));
  const byCertificate = new Map(back.flatMap((one) => keyed(certificateOf(one), one)));
  return there.flatMap((outbound): ConnectorPair[] => {
    const wizard = byWizard.get(hybridWizardId(outbound.named.name) ?? '');
    const named = serverNames(outbound).flatMap((name) => byCertificate.get(name) ?? [])[0];
    const only = there.length === 1 && back.length === 1 ? back[0] : undefined;
    const other = wizard ?? named ?? only;
    return other ? [{ outbound, inbound: other }] : [];
  });
}

const keyed = (key: string | undefined, one: KeptInbound): [string, KeptInbound][] =>
  key === undefined ? [] : [[key, one]];

const certificateOf = ({ connector: { identification } }: KeptInbound): string | undefined =>
  identification.by === 'certificate' ? identification.certificateName : undefined;

/** The names by which the other half's certificate may know the server, a wildcard's among them. */
function serverNames({ kept }: Candidate): string[] {
  const { delivery, tls } = kept.connector;
  const hosts = delivery.by === 'smartHosts' ? delivery.hosts.filter(({ kind }) => kind === 'name') : [];
  const names = [...(tls.level === 'domainValidation' ? [tls.domain] : []), ...hosts.map(({ host }) => host)];
  return names.flatMap((name) => [name, `*.${parentsOf(name)[0] ?? ''}`]);
}
