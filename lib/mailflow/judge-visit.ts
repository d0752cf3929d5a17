// What one visit to one address says: of the way to it, and of each mailbox that was tried there.
import { judgeCapabilities } from './judge-capabilities';
import { judgeFailure, judgeSigns } from './judge-failure';
import { type Note, toFinding } from './judge-note';
import { judgeTls } from './judge-tls';
import type { Observation, Stage } from './observation';
import { isPrivateAddress, SMTP_PORT, type SmartHost } from './smart-host';
import { requiresTls, type TlsPolicy } from './tls-policy';
import type { VerdictFinding } from './verdict';

/** The stages that belong to the test message, the others being about the connection. */
const ENVELOPE: ReadonlySet<Stage> = new Set(['mailFrom', 'rcptTo', 'data']);

/** The stages of one address in order, of its second connection too where the first broke over TLS. */
export type AddressVisit = Readonly<{ address: string; stages: readonly Observation[] }>;

/** The visits among one host's observations. */
export function visitsOf(observations: readonly Observation[]): AddressVisit[] {
  const byAddress = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.address === undefined) continue;
    const stages = byAddress.get(observation.address) ?? [];
    byAddress.set(observation.address, [...stages, observation]);
  }
  return [...byAddress].map(([address, stages]) => ({ address, stages }));
}

/** True where the server answered EHLO, so that the address is that of a mail server. */
export const wasGreeted = ({ stages }: AddressVisit): boolean =>
  stages.some(({ stage, failure }) => stage === 'ehlo' && !failure);

/** Findings about the connection: `hasOthers` says that another address of the host was reached. */
export function judgeConnection(
  { address, stages }: AddressVisit,
  host: SmartHost,
  tls: TlsPolicy,
  { hasOthers, now }: Readonly<{ hasOthers: boolean; now: Date }>,
): VerdictFinding[] {
  const findings = stages.flatMap((at) => {
    if (ENVELOPE.has(at.stage)) return [];
    const failure = isExpected(at, tls) ? undefined : judgeFailure(at);
    const notes: Note[] = [
      ...(failure ? [inContext(asGreeted(failure, stages), at, tls, hasOthers)] : []),
      ...judgeSigns(at),
      ...(at.tls ? judgeTls(at.tls, tls, host, now) : []),
      ...(at.stage === 'connect' && !at.failure ? judgePlace(host, address) : []),
    ];
    return notes.map((note) => toFinding(note, at));
  });
  const last = stages.findLast(({ stage }) => stage === 'ehlo');
  const isGivenUp = findings.some(({ code }) => code === 'plaintextInjected');
  const isClear = !requiresTls(tls) && last && !last.failure && !isEncrypted(stages, last) && !isGivenUp;
  const clear = isClear ? [toFinding({ code: 'clearText' }, { ...last, stage: 'starttls' })] : [];
  return unique([...findings, ...judgeCapabilities(stages), ...clear]);
}

/** A second connection in clear text shows the same signs again. */
function unique(findings: readonly VerdictFinding[]): VerdictFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** Where clear text will do, a server without STARTTLS is told of as clear text, once. */
const isExpected = ({ failure }: Observation, tls: TlsPolicy): boolean =>
  failure?.kind === 'starttlsNotOffered' && !requiresTls(tls);

const isEncrypted = (stages: readonly Observation[], ehlo: Observation): boolean =>
  // On port 465 the handshake comes before EHLO.
  stages.some((at) => at.tls && (at.startedAtMs >= ehlo.startedAtMs || at.port === 465));

/** FTP and LMTP greet with 220 too, NNTP with 200: only their greeting tells why they refuse EHLO. */
function asGreeted(note: Note, stages: readonly Observation[]): Note {
  const { reply } = stages.find(({ stage }) => stage === 'banner') ?? {};
  const isOther = reply && (reply.code !== 220 || /ftp|filezilla|\blmtp\b/i.test(reply.lines.join(' ')));
  return note.code === 'helloRefused' && isOther ? { ...note, code: 'otherService' } : note;
}

const NO_ROUTE = /^(ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/;

/** No route for IPv6 is the console's trouble; and TLS that fails is none where clear text will do. */
function inContext(note: Note, at: Observation, tls: TlsPolicy, hasOthers: boolean): Note {
  const isIpv6 = at.address?.includes(':') ?? false;
  const { failure } = at;
  if (isIpv6 && failure?.kind === 'unreachable' && NO_ROUTE.test(failure.detail))
    return { code: hasOthers ? 'ipv6NotTried' : 'ipv6Unreachable' };
  const isAboutTls = at.stage === 'starttls' || (at.stage === 'tls' && at.port !== 465);
  const isHarmless = isAboutTls && !requiresTls(tls) && note.code !== 'plaintextInjected';
  return isHarmless && note.code !== 'runDeadline' ? { ...note, matters: false } : note;
}

function judgePlace(host: SmartHost, address: string): Note[] {
  const reached: SmartHost = { ...host, kind: address.includes(':') ? 'ipv6' : 'ipv4', host: address };
  return [
    ...(isPrivateAddress(reached) ? [{ code: 'privateAddress' } as const] : []),
    ...(host.port === SMTP_PORT ? [] : [{ code: 'otherPort', params: { port: host.port } } as const]),
  ];
}

/** What became of one recipient at one address; `taken` where the server did all that was asked of it. */
export type Delivery = Readonly<{
  recipient: string;
  tried: boolean;
  taken: boolean;
  findings: readonly VerdictFinding[];
}>;

/**
 * Walks the envelopes: MAIL is observed once for each of the host's recipients, in their order, without naming it.
 * `asked` is the last stage that was asked for: the test message, or RCPT where none is to be sent.
 */
export function judgeDeliveries(
  { stages }: AddressVisit,
  recipients: readonly string[],
  asked: 'data' | 'rcptTo',
): Delivery[] {
  const envelope = stages.filter(({ stage, check }) => ENVELOPE.has(stage) && check === undefined);
  const mails = envelope.filter(({ stage }) => stage === 'mailFrom');
  return recipients.map((recipient, index) => {
    // A refused MAIL ends the visit, and so speaks for every recipient behind it.
    const refusal = mails.slice(0, index + 1).find(({ failure }) => failure);
    const own = envelope.filter((at) => at.recipient === recipient);
    const seen = refusal && own.length === 0 ? [{ ...refusal, recipient }] : own;
    const findings = seen.flatMap((at) => {
      const note = judgeFailure(at);
      return [...(note ? [note] : []), ...judgeSigns(at)].map((each) => toFinding(each, at));
    });
    const taken = own.some(({ stage, failure }) => stage === asked && !failure);
    return { recipient, tried: seen.length > 0, taken, findings };
  });
}
