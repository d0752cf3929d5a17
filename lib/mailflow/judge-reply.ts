// What a refusal means, by its code, its enhanced code (RFC 3463) and, where those are vague, its words.
// The rows follow Exchange Online's non-delivery reports and what Postfix, Exim and others say.
import type { FindingParams } from './finding';
import type { Note } from './judge-note';
import { replyText } from './judge-note';
import type { Reply, Stage } from './observation';
import type { VerdictCode } from './verdict-codes';

type Row = Readonly<{
  means: VerdictCode;
  /** Every one given must hold. */
  code?: RegExp;
  /** Held against `x.y.z` without its class: 5.7.64 and 4.7.64 are both `7.64`. */
  enhanced?: RegExp;
  text?: RegExp;
  stages?: readonly Stage[];
  /** What its words choose by. */
  params?: FindingParams;
}>;

/** qmail says "not in my list of allowed rcpthosts". */
const RELAY = /relay|rcpthosts/i;
const ENVELOPE: readonly Stage[] = ['mailFrom', 'rcptTo', 'data'];

/** The first row that holds decides. */
const ROWS: readonly Row[] = [
  { means: 'unexpectedReply', code: /^[23]/ },
  { means: 'serviceBusy', code: /^421/ },
  { means: 'otherService', text: /USER and PASS|\bl?mtp\b|\blhlo\b/i, stages: ['ehlo'] },
  { means: 'tenantAttribution', enhanced: /^7\.51$/, params: { which: 'partner' } },
  { means: 'tenantAttribution', enhanced: /^7\.64$/, params: { which: 'relay' } },
  { means: 'tenantAttribution', enhanced: /^7\.68$/, params: { which: 'directSend' } },
  // What Exchange Online says of its own way onward (450 4.4.312 and so on), then of its way under DANE.
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.312$/, params: { what: 'dns' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.315$/, params: { what: 'timeout' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.316$/, params: { what: 'refused' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.317$/, params: { what: 'demand' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.318$/, params: { what: 'closed' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^4\.(319|320)$/, params: { what: 'undocumented' } },
  { means: 'onwardFailed', code: /^4/, enhanced: /^7\.320$/, params: { what: 'certificate' } },
  { means: 'daneFailed', enhanced: /^7\.321$/, params: { what: 'starttls' } },
  { means: 'daneFailed', enhanced: /^7\.322$/, params: { what: 'expired' } },
  { means: 'daneFailed', enhanced: /^7\.323$/, params: { what: 'mismatch' } },
  { means: 'daneFailed', enhanced: /^7\.324$/, params: { what: 'dnssec' } },
  { means: 'daneFailed', enhanced: /^7\.325$/, params: { what: 'name' } },
  { means: 'messageExpired', enhanced: /^4\.(7|300|31[2-8])$/ },
  // Exchange says 550 4.4.7, whose classes disagree, so that it is no enhanced code.
  { means: 'messageExpired', text: /queue\.expired|message expired/i },
  { means: 'tenantBlocked', enhanced: /^7\.705$/, params: { which: 'threshold' } },
  { means: 'tenantBlocked', enhanced: /^7\.708$/, params: { which: 'address' } },
  { means: 'tenantBlocked', enhanced: /^7\.750$/, params: { which: 'domain' } },
  { means: 'relayDenied', enhanced: /^(7\.54|4\.1)$/, code: /^5/ },
  { means: 'relayDenied', code: /^(454|55[0-4])/, text: RELAY, stages: ENVELOPE },
  { means: 'tlsTemporarilyUnavailable', code: /^454/, enhanced: /^7\.0$/ },
  { means: 'tlsTemporarilyUnavailable', code: /^4/, stages: ['starttls'] },
  { means: 'throttled', code: /^4/, enhanced: /^7\.[56]\d\d$/ },
  { means: 'throttled', code: /^45/, text: /rate.?limit|throttl|too (?:many|fast|much)/i, stages: ENVELOPE },
  { means: 'addressBlocked', enhanced: /^7\.(511|60[6-9]|6[1-4]\d|8[5-9]\d)$/ },
  {
    means: 'addressBlocked',
    text: /spamhaus|blocklist|block list|blacklist|dnsbl|\brbl\b/i,
    stages: ['banner', 'ehlo', 'ehloAfterTls', ...ENVELOPE],
  },
  { means: 'senderNotProven', enhanced: /^7\.23$/, params: { which: 'spf' } },
  { means: 'senderNotProven', enhanced: /^7\.25$/, params: { which: 'ptr' } },
  { means: 'senderNotProven', enhanced: /^7\.26$/, params: { which: 'ipv6' } },
  // Postfix, whose codes for these are those of greylisting, or its administrator's own.
  {
    means: 'senderNotProven',
    text: /cannot find your (?:reverse )?hostname/i,
    stages: ENVELOPE,
    params: { which: 'ptr' },
  },
  {
    means: 'senderNotProven',
    text: /helo command rejected/i,
    stages: ENVELOPE,
    params: { which: 'helo' },
  },
  { means: 'routingLoop', enhanced: /^4\.(6|14)$/ },
  { means: 'starttlsDemanded', code: /^530/, text: /starttls|tls/i },
  { means: 'authenticationRequired', enhanced: /^7\.57$/, params: { which: 'submission' } },
  { means: 'authenticationRequired', code: /^53[05]/, stages: ENVELOPE, params: { which: 'server' } },
  {
    means: 'authenticationRequired',
    code: /^5/,
    text: /not authenticated|authentication required/i,
    params: { which: 'server' },
  },
  { means: 'greylisted', code: /^45[01]/, text: /gr[ea]y.?list/i },
  { means: 'greylisted', code: /^45[01]/, enhanced: /^7\.1$/, stages: ENVELOPE },
  { means: 'mailboxFull', code: /^5/, enhanced: /^2\.2$/ },
  { means: 'unknownRecipient', code: /^5/, enhanced: /^1\.([1236]|10)$/, stages: ['rcptTo', 'data'] },
  // Postfix calls a client without a PTR record unknown[192.0.2.1]: that is not the mailbox.
  {
    means: 'unknownRecipient',
    code: /^5/,
    text: /unknown(?!\[)|no such|does not exist/i,
    stages: ['rcptTo'],
  },
  { means: 'unknownRecipient', code: /^551/, stages: ['rcptTo'] },
  { means: 'messageTooLarge', code: /^5/, enhanced: /^(3|2)\.[34]$/ },
  { means: 'mailboxFull', code: /^552/, stages: ['rcptTo'] },
  { means: 'messageTooLarge', code: /^552/, stages: ENVELOPE },
  { means: 'starttlsRefused', stages: ['starttls'] },
  { means: 'serviceBusy', code: /^4/, stages: ['banner', 'ehlo', 'ehloAfterTls'] },
  { means: 'noMailService', stages: ['banner'] },
  { means: 'helloRefused', stages: ['ehlo', 'ehloAfterTls'] },
  { means: 'temporarilyRefused', code: /^4/ },
  { means: 'senderRefused', stages: ['mailFrom'] },
  { means: 'messageRefused', stages: ['data'] },
  { means: 'policyRefused', enhanced: /^7\./ },
];

/** What the server meant by refusing at `stage`. The reply itself is among the params, as text. */
export function judgeReply(stage: Stage, reply: Reply): Note {
  const row = ROWS.find((each) => holds(each, stage, reply));
  return { code: row?.means ?? 'refused', params: { ...row?.params, reply: replyText(reply) } };
}

function holds({ code, enhanced, text, stages }: Row, stage: Stage, reply: Reply): boolean {
  const detail = reply.enhanced?.replace(/^\d+\./, '') ?? '';
  return (
    (!stages || stages.includes(stage)) &&
    (!code || code.test(String(reply.code))) &&
    (!enhanced || enhanced.test(detail)) &&
    (!text || text.test(reply.lines.join(' ')))
  );
}
