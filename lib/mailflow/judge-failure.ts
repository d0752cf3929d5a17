// What it means that a stage did not do what the protocol foresees: one row for each kind of failure.
import { type Note, replyText } from './judge-note';
import { judgeReply } from './judge-reply';
import type { Failure, FailureKind, Observation, Stage } from './observation';
import type { VerdictCode } from './verdict-codes';

type Of<K extends FailureKind> = Extract<Failure, { kind: K }>;
type Meaning<K extends FailureKind> = (failure: Of<K>, at: Observation) => Note;

const seconds = (limitMs: number): number => Math.round(limitMs / 100) / 10;

const byStage =
  (codes: Partial<Record<Stage, VerdictCode>>, otherwise: VerdictCode) =>
  (stage: Stage): VerdictCode =>
    codes[stage] ?? otherwise;

const timedOut = byStage({ connect: 'connectTimeout', banner: 'neverGreets', tls: 'tlsTimeout' }, 'noAnswer');
const cutOff = byStage(
  { connect: 'connectionReset', banner: 'closedBeforeGreeting', tls: 'tlsClosed' },
  'connectionClosed',
);

const HANDSHAKE: readonly Readonly<{ means: VerdictCode; code: RegExp }>[] = [
  { means: 'tlsVersion', code: /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/ },
  // Alerts about the certificate that we did not show; in TLS 1.3 they come with the first answer after the handshake.
  {
    means: 'tlsClientCertificate',
    code: /CERTIFICATE_REQUIRED|ALERT_(?:BAD|UNSUPPORTED)_CERTIFICATE|ALERT_CERTIFICATE_|ALERT_UNKNOWN_CA/,
  },
  { means: 'tlsClosed', code: /^(?:ECONNRESET|EPIPE)$/ },
  { means: 'tlsTooWeak', code: /TOO_SMALL|TOO_WEAK|UNSAFE_LEGACY_RENEGOTIATION|WRONG_SIGNATURE_TYPE/ },
  { means: 'tlsCipher', code: /ALERT_HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS/ },
  { means: 'tlsClosed', code: /^(ECONNRESET|EPIPE)$/ },
  {
    means: 'notTls',
    code: /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH|BAD_RECORD_TYPE|UNEXPECTED_MESSAGE/,
  },
];

const MEANINGS: { [K in FailureKind]: Meaning<K> } = {
  dnsNotFound: (_, { stage }) => ({ code: stage === 'mx' ? 'mxNotFound' : 'dnsNotFound' }),
  nullMx: () => ({ code: 'nullMx' }),
  dnsTimeout: () => ({ code: 'dnsTimeout' }),
  // SERVFAIL is the domain's own trouble; every other code says that our resolver could not be used.
  dnsError: ({ detail }) => ({
    code: detail === 'ESERVFAIL' ? 'dnsServerFailure' : 'dnsUnusable',
    params: { detail },
  }),
  addressDenied: ({ reason }) => ({ code: 'addressDenied', params: { reason } }),
  portDenied: (_, { port }) => ({ code: 'portDenied', params: { port } }),
  budget: ({ why, retryAt }) => ({
    code: why === 'used' ? 'budgetUsed' : 'targetBusy',
    params: { date: retryAt },
  }),
  timeout: ({ limitMs }, { stage }) => ({ code: timedOut(stage), params: { seconds: seconds(limitMs) } }),
  deadline: ({ limitMs }) => ({ code: 'runDeadline', params: { seconds: seconds(limitMs) } }),
  cancelled: () => ({ code: 'cancelled' }),
  refused: () => ({ code: 'connectionRefused' }),
  reset: (_, { stage }) => ({ code: cutOff(stage) }),
  closed: (_, { stage }) => ({ code: cutOff(stage) }),
  unreachable: ({ detail }) => ({ code: 'hostUnreachable', params: { detail } }),
  reply: ({ reply }, { stage }) => judgeReply(stage, reply),
  outOfTurn: ({ reply }) => ({ code: 'outOfTurn', params: { reply: replyText(reply) } }),
  // Who greeted as a mail server is one; its answer is odd all the same.
  notSmtp: ({ sample }, { stage }) =>
    stage === 'banner'
      ? { code: 'notSmtp', params: { sample } }
      : { code: 'unexpectedReply', params: { reply: sample } },
  tooLong: ({ what }) => ({ code: 'replyTooLong', params: { what } }),
  starttlsNotOffered: () => ({ code: 'starttlsNotOffered' }),
  plaintextAfterStarttls: () => ({ code: 'plaintextInjected' }),
  tlsHandshake: ({ code }) => ({
    code: HANDSHAKE.find((row) => row.code.test(code))?.means ?? 'tlsHandshake',
    params: { detail: code },
  }),
  policyUnusable: ({ problem, detail }) => ({ code: 'mtaStsUnusable', params: { problem, detail } }),
};

/** What the observation's failure means, or undefined where it has none, or a harmless one (QUIT's). */
export function judgeFailure(observation: Observation): Note | undefined {
  const { failure, stage } = observation;
  if (!failure || stage === 'quit') return undefined;
  const meaning = MEANINGS[failure.kind] as Meaning<FailureKind>;
  return meaning(failure, observation);
}

/** A banner later than this was held back on purpose, or the server is short of breath. */
const SLOW_BANNER_MS = 5_000;

/** What a stage that went well still gives away: an alias, an inspecting firewall, a late or an old greeting, a message of before. */
export function judgeSigns(observation: Observation): Note[] {
  const { stage, failure, reply, capabilities, verb, alias, durationMs, sentEarlier } = observation;
  if (failure) return [];
  const isSlow = stage === 'banner' && durationMs >= SLOW_BANNER_MS;
  const isMasked = stage === 'banner' && /\*{4,}/.test(reply?.lines.join('') ?? '');
  const isInspected = stage === 'ehlo' && (capabilities ?? []).some((line) => /^X{3,}[A-Z]?\b/.test(line));
  return [
    ...(alias === undefined ? [] : [{ code: 'mxAlias', params: { alias } } as const]),
    ...(isMasked && reply ? [{ code: 'bannerMasked', params: { reply: replyText(reply) } } as const] : []),
    ...(isSlow ? [{ code: 'bannerSlow', params: { seconds: seconds(durationMs) } } as const] : []),
    ...(isInspected ? [{ code: 'smtpInspection' } as const] : []),
    ...(stage === 'ehlo' && verb === 'HELO' ? [{ code: 'heloFallback' } as const] : []),
    ...(sentEarlier ? [{ code: 'sentEarlier' } as const] : []),
  ];
}
