// What the visits to one server say: of the way to it, and of each mailbox that was tried there.
import { judgeAsides } from './judge-asides';
import { judgeFailure, judgeSigns } from './judge-failure';
import { stateOf, toFinding } from './judge-note';
import { type AddressVisit, type Delivery, judgeConnection, visitsOf, wasGreeted } from './judge-visit';
import { ASIDES, DOMAIN_STAGES, type Observation } from './observation';
import { formatSmartHost, type SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';
import type { ValidationTask, VerdictFinding } from './verdict';

/** `works`: at least one of its addresses is that of a mail server that satisfies the demand. */
export type HostReach = Pick<ValidationTask, 'state' | 'findings'> &
  Readonly<{ visits: readonly AddressVisit[]; works: boolean }>;

/** The observations of one server. A domain that is its own mail server has its own look-ups kept apart. */
export const observationsOf = (all: readonly Observation[], host: SmartHost): readonly Observation[] => {
  const name = formatSmartHost(host);
  return all.filter((at) => at.host === name && !DOMAIN_STAGES.has(at.stage));
};

/** How reachable `host` is under the demand. It succeeds where every address does, since mail goes to any of them. */
export function judgeReach(
  observations: readonly Observation[],
  host: SmartHost,
  tls: TlsPolicy,
  now: Date,
): HostReach {
  const dialogue = observations.filter(({ stage }) => !ASIDES.has(stage));
  const visits = visitsOf(dialogue);
  // What was looked up beside the dialogue is told, and changes nothing.
  const asides = onceForAll(judgeAsides(observations, host, visits, now), visits.length);
  // What happened before any address: resolving, and a port that may not be used.
  const before = dialogue.flatMap((at) => {
    if (at.address !== undefined) return [];
    const note = judgeFailure(at);
    return [...(note ? [note] : []), ...judgeSigns(at)].map((each) => toFinding(each, at));
  });
  const judged = visits.map((visit) => {
    const hasOthers = visits.some((other) => other !== visit && wasGreeted(other));
    return { visit, findings: judgeConnection(visit, host, tls, { hasOthers, now }) };
  });
  const findings = [
    ...before,
    ...onceForAll(
      judged.flatMap((each) => each.findings),
      visits.length,
    ),
  ];
  const works = judged.some(
    (each) => wasGreeted(each.visit) && ['succeeded', 'warned'].includes(stateOf(each.findings)),
  );
  if (findings.length === 0 && !visits.some(wasGreeted))
    return { state: 'notRun', findings: asides, visits, works };
  const told = [...findings, ...disagreement(judged), ...asides];
  return { state: stateOf(findings), findings: told, visits, works };
}

/** Says which addresses work where others don't: mail would fail now and then, and that is hard to see. */
function disagreement(
  judged: readonly Readonly<{ visit: AddressVisit; findings: readonly VerdictFinding[] }>[],
): VerdictFinding[] {
  const failing = judged.filter(({ findings }) => stateOf(findings) === 'failed');
  const working = judged.filter(({ findings }) => stateOf(findings) === 'succeeded');
  const [at] = failing[0]?.visit.stages ?? [];
  if (!at || working.length === 0) return [];
  const list = (some: typeof judged): string => some.map(({ visit }) => visit.address).join(', ');
  const params = { failing: list(failing), working: list(working) };
  const { address: _, ...place } = at;
  return [toFinding({ code: 'addressesDisagree', params }, place)];
}

/** What one server's addresses say of one recipient. */
export function judgeMail(
  deliveries: readonly Delivery[],
  recipient: string,
): Pick<ValidationTask, 'state' | 'findings'> & Readonly<{ taken: boolean }> {
  const own = deliveries.filter((delivery) => delivery.recipient === recipient);
  const findings = onceForAll(
    own.flatMap((delivery) => delivery.findings),
    own.filter(({ tried }) => tried).length,
  );
  const taken = own.some((delivery) => delivery.taken);
  return { state: findings.length > 0 || taken ? stateOf(findings) : 'notRun', findings, taken };
}

/** What every one of several addresses shows is said once, without an address. */
export function onceForAll(findings: readonly VerdictFinding[], addresses: number): VerdictFinding[] {
  if (addresses < 2) return [...findings];
  const keyOf = ({ address: _, ...rest }: VerdictFinding): string => JSON.stringify(rest);
  const count = new Map<string, number>();
  for (const finding of findings) count.set(keyOf(finding), (count.get(keyOf(finding)) ?? 0) + 1);
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    if (count.get(key) !== addresses) return [finding];
    if (seen.has(key)) return [];
    seen.add(key);
    const { address: _, ...shared } = finding;
    return [shared];
  });
}
