// What a domain's MTA-STS policy says of its mail servers (RFC 8461). Never more than a warning: Exchange Online keeps to
// such a policy for mail that it routes itself, and whether it would here is not known.
import { unanswered } from './judge-asides';
import { judgeFailure } from './judge-failure';
import { type Note, toFinding } from './judge-note';
import { type AddressVisit, wasGreeted } from './judge-visit';
import { policyNames } from './mta-sts';
import type { Failure, MailExchanger, MtaStsPolicy, Observation } from './observation';
import { coversHost, isInForce } from './tls-demand';
import type { VerdictFinding } from './verdict';

/** The findings about `at`, the look-up of a policy; none where the domain has none. `visitsOf` knows a server's visits. */
export function judgeMtaSts(
  at: Observation | undefined,
  servers: readonly MailExchanger[],
  visitsOf: (server: string) => readonly AddressVisit[],
  now: Date,
): VerdictFinding[] {
  if (!at) return [];
  const { record, policy } = at.mtaSts ?? {};
  const notes = record === undefined ? unanswered(at) : [...unusable(at), ...judgePolicy(policy)];
  return notes.map((note) => toFinding(note, at));

  function judgePolicy(found: MtaStsPolicy | undefined): Note[] {
    if (!found || found.mode === 'none') return [];
    const isEnforced = found.mode === 'enforce';
    const names = servers.map(({ name }) => name);
    const unnamed = names.filter((name) => !policyNames(found, name));
    const untrusted = names.filter((name) => visitsOf(name).some((visit) => !isTrusted(visit, name, now)));
    const told: Note[] = [
      ...list('mtaStsMxMismatch', unnamed, isEnforced),
      ...list('mtaStsCertificate', untrusted, isEnforced),
    ];
    return isEnforced || told.length > 0 ? told : [{ code: 'mtaStsTesting' }];
  }
}

const list = (
  code: 'mtaStsMxMismatch' | 'mtaStsCertificate',
  names: readonly string[],
  matters: boolean,
): Note[] => (names.length > 0 ? [{ code, params: { names: names.join(', ') }, matters }] : []);

/** What a sender demands under a policy (section 4.1); of a server that never greeted nothing is known. */
function isTrusted(visit: AddressVisit, server: string, now: Date): boolean {
  const tls = visit.stages.findLast((at) => at.tls)?.tls;
  if (!tls) return !wasGreeted(visit);
  const [leaf] = tls.certificates;
  return tls.chain === 'ok' && leaf !== undefined && isInForce(leaf, now) && coversHost(leaf, server);
}

/** The console itself did not go on: that says nothing of the policy. */
const NOT_ASKED: ReadonlySet<Failure['kind']> = new Set(['deadline', 'cancelled', 'budget']);

/** A policy that is announced and can't be had is none (section 3.3), so it protects nothing. */
function unusable(at: Observation): Note[] {
  const { failure } = at;
  if (!failure || NOT_ASKED.has(failure.kind)) return [];
  if (failure.kind === 'policyUnusable') return [judgeFailure(at) ?? []].flat();
  const isTls = failure.kind === 'tlsHandshake';
  const params = { problem: isTls ? 'certificate' : 'connection', detail: detailOf(failure) };
  return [{ code: 'mtaStsUnusable', params }];
}

const detailOf = (failure: Failure): string => {
  if (failure.kind === 'tlsHandshake') return failure.code;
  return 'detail' in failure ? failure.detail : failure.kind;
};
