// What of a dossier stands in the report: the same on the page and in its plain text.
import type { TlsFacts } from '@/lib/mailflow/observation';
import type { TlsPolicy } from '@/lib/mailflow/tls-policy';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import type { ConnectorDossier } from '@/lib/operations/connector-dossier';

/** Who opened the report, and when. */
export type Made = Readonly<{ by: string; at: Date }>;

/** `policy` is what the connector demanded of it then. */
export type MetCertificate = Readonly<{ host: string; tls: TlsFacts; policy: TlsPolicy }>;

/** Each certificate once for each host that showed it, in the order they were met. */
export function certificatesMet({ run }: ConnectorDossier): readonly MetCertificate[] {
  if (!run) return [];
  const policy = run.plan.tls;
  const met = run.stages.flatMap(({ host, tls }) => (tls?.certificates[0] ? [{ host, tls, policy }] : []));
  const keyOf = ({ host, tls }: MetCertificate) => `${host} ${tls.certificates[0]?.fingerprint256}`;
  return [...new Map(met.map((each) => [keyOf(each), each])).values()];
}

const GRAVITY = ['error', 'warning', 'info'];

/** Each finding once, gravest first: several tasks may rest on the same stage. */
export function findingsOf({ run }: ConnectorDossier): readonly VerdictFinding[] {
  const all = (run?.tasks ?? []).flatMap(({ findings }) => findings);
  const unique = [...new Map(all.map((finding) => [findingKey(finding), finding])).values()];
  return unique.sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

export const findingKey = ({ code, stage, host, address, recipient }: VerdictFinding): string =>
  JSON.stringify([code, stage, host, address, recipient]);
