// What the last validation of a connector saw of one of its servers, as the guide's judges read it. Facts of the wire and what the
// validation's own judge made of them; which settings it tested does not matter here, as servers are the same for all.

import type { MailSetup, Named } from '../mail-setup';
import type { CertificateFacts, Observation, Pointer } from '../observation';
import { formatSmartHost } from '../smart-host';
import { dnsNames } from '../tls-demand';
import type { Verdict, VerdictFinding } from '../verdict';

export type ServedCertificate = Readonly<
  Pick<CertificateFacts, 'validTo' | 'fingerprint256'> & { address: string; names: readonly string[] }
>;

export type SeenServer = Readonly<{
  /** When the validation ended, ISO 8601 UTC. */
  at: string;
  runId: string;
  addresses: readonly string[];
  pointers: readonly Readonly<{ address: string; names: readonly Pointer[] }>[];
  /** All that the validation's judge found of it. */
  findings: readonly VerdictFinding[];
  /** The certificate of each address where a handshake came about. */
  served: readonly ServedCertificate[];
  /** It was asked for a foreign domain's mailbox, and refused it wherever it was asked. */
  refusesRelay: boolean;
}>;

/** A server that a connector hands mail to; `seen` is absent until a validation of it ended. */
export type GuideServer = Readonly<{
  host: string;
  connector: Named;
  /** The connector compares the certificate's name (TlsDomain), so that the server should have one. */
  byAddress: boolean;
  seen?: SeenServer;
  /** A validation that waits or runs. */
  runningId?: string;
}>;

/** One finished validation of a connector. */
export type GuideRun = Readonly<{
  id: string;
  finishedAt: string;
  verdict: Verdict;
  observations: readonly Observation[];
}>;

/** What `run` saw of `host`, spelled as in its observations; undefined where it never came to that server. */
export function seenServer(
  host: string,
  { id, finishedAt, verdict, observations }: GuideRun,
): SeenServer | undefined {
  const own = observations.filter((at) => at.host === host && at.stage !== 'mx' && at.stage !== 'mtaSts');
  const findings = verdict.tasks
    .flatMap((task) => task.findings)
    .filter((finding) => finding.host === host)
    .filter((one, index, all) => all.findIndex((other) => sameFinding(one, other)) === index);
  if (own.length === 0 && findings.length === 0) return undefined;
  return {
    at: finishedAt,
    runId: id,
    addresses: own.flatMap(({ stage, addresses }) => (stage === 'resolve' ? (addresses ?? []) : [])),
    pointers: own.flatMap(({ address, pointers }) =>
      address && pointers ? [{ address, names: pointers }] : [],
    ),
    findings,
    served: own.flatMap(({ address, tls }) => {
      const leaf = tls?.certificates[0];
      if (!address || !leaf) return [];
      const { validTo, fingerprint256 } = leaf;
      return [{ address, names: dnsNames(leaf), validTo, fingerprint256 }];
    }),
    refusesRelay: refusesRelay(own),
  };
}

function refusesRelay(own: readonly Observation[]): boolean {
  const asked = own.filter(({ check, stage }) => check === 'foreignDomain' && stage === 'rcptTo');
  return (
    asked.length > 0 &&
    asked.every(({ failure }) => failure?.kind === 'reply' && failure.reply.code >= PERMANENT)
  );
}
/** RFC 5321 section 4.2.1: from here on the answer stays what it is. */
const PERMANENT = 500;

const sameFinding = (one: VerdictFinding, other: VerdictFinding): boolean =>
  one.code === other.code && one.stage === other.stage && one.address === other.address;

type RunsOf = (connectorId: string) => Readonly<{ last?: GuideRun; runningId?: string }>;

/** The servers of all outbound connectors towards `partnerKind`, each once. By MX: those that the last validation found. */
export function guideServers(
  { connectors }: MailSetup,
  partnerKind: 'onPremises' | 'partner',
  runsOf: RunsOf,
): GuideServer[] {
  const servers = connectors.flatMap(({ id, connector }): GuideServer[] => {
    if (connector.direction !== 'outbound' || connector.partnerKind !== partnerKind) return [];
    const { last, runningId } = runsOf(id);
    const named = { id, name: connector.name };
    const hosts =
      connector.delivery.by === 'smartHosts'
        ? connector.delivery.hosts.map((host) => ({
            host: formatSmartHost(host),
            byAddress: host.kind !== 'name',
          }))
        : exchangersOf(last, connector.name).map((host) => ({ host, byAddress: false }));
    return hosts.map(({ host, byAddress }) => {
      const seen = last && seenServer(host, last);
      return { host, connector: named, byAddress, ...(seen && { seen }), ...(runningId && { runningId }) };
    });
  });
  return servers.filter((one, index) => best(servers, one) === index);
}

/** Those that the last validation found; before it the connector stands for them by its name. */
function exchangersOf(run: GuideRun | undefined, connector: string): string[] {
  const found = (run?.verdict.tasks ?? []).flatMap(({ kind, host }) =>
    kind === 'connectivity' ? [host] : [],
  );
  return found.length > 0 ? found : [connector];
}

/** Of connectors that share a server, the one that saw it last stands for it. */
const best = (all: readonly GuideServer[], { host }: GuideServer): number =>
  all.reduce(
    (top, one, index) =>
      one.host === host && (top < 0 || (one.seen?.at ?? '') > (all[top]?.seen?.at ?? '')) ? index : top,
    -1,
  );
