// What a refusal means, by its code, its enhanced code (RFC 3463) and, where those are vague, its words.
// The rows follow Exchange Online's non-delivery reports and what Postfix, Exim and others say.
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
}>;

/** qmail says "not in my list of allowed rcpthosts". */
const RELAY = /relay|rcpthosts/i;
const ENVELOPE: readonly Stage[] = ['mailFrom', 'rcptTo', 'data'];

/** The first row that holds decides. */
const ROWS: readonly Row[] = [
  { means: 'unexpectedReply', code: /^[23]/ },
  { means: 'serviceBusy', code: /^421/ },
  { means: 'otherService', text: /USER and PASS|\bl?mtp\b|\blhlo\b/i, stages: ['ehlo'] },
  { means: 'tenantAttribution', enhanced: /^7\.(51|64|68)$/ },
  { means: 'relayDenied', enhanced: /^(7\.54|4\.1)$/, code: /^5/ },
  { means: 'relayDenied', code: /^(454|55[0-4])/, text: RELAY, stages: ENVELOPE },
  { means: 'tlsTemporarilyUnavailable', code: /^454/, enhanced: /^7\.0$/ },
  { means: 'tlsTemporarilyUnavailable', code: /^4/, stages: ['starttls'] },
  { means: 'throttled', code: /^4/, enhanced: /^7\.[56]\d\d$/ },
  { means: 'addressBlocked', enhanced: /^7\.(511|60[6-9]|6[1-4]\d|8[5-9]\d)$/ },
  {
    means: 'addressBlocked',
    text: /spamhaus|blocklist|block list|blacklist|dnsbl|\brbl\b/i,
    stages: ['banner', 'ehlo', 'ehloAfterTls', ...ENVELOPE],
  },
  { means: 'senderNotProven', enhanced: /^7\.(23|25|26)$/ },
  { means: 'routingLoop', enhanced: /^4\.(6|14)$/ },
  { means: 'starttlsDemanded', code: /^530/, text: /starttls|tls/i },
  { means: 'authenticationRequired', code: /^53[05]/, stages: ENVELOPE },
  { means: 'authenticationRequired', enhanced: /^7\.57$/ },
  { means: 'authenticationRequired', code: /^5/, text: /not authenticated|authentication required/i },
  { means: 'greylisted', code: /^45[01]/, text: /gr[ea]y.?list/i },
  { means: 'greylisted', code: /^45[01]/, enhanced: /^7\.1$/, stages: ENVELOPE },
  { means: 'mailboxFull', code: /^5/, enhanced: /^2\.2$/ },
  { means: 'unknownRecipient', code: /^5/, enhanced: /^1\.([1236]|10)$/, stages: ['rcptTo', 'data'] },
  { means: 'unknownRecipient', code: /^5/, text: /unknown|no such|does not exist/i, stages: ['rcptTo'] },
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
  return { code: row?.means ?? 'refused', params: { reply: replyText(reply) } };
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
