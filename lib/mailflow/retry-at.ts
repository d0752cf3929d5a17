// When it is worth trying again after an answer that proves nothing: what the server's own words say, else what is usual.
// Says nothing of verdicts that a later try would not change.
import type { VerdictFinding } from './verdict';
import type { VerdictCode } from './verdict-codes';

/**
 * The usual wait in minutes. Greylisting: postgrey's 300 s, and what RFC 6647 section 3 finds in use. Otherwise Exchange's
 * own intervals: 5 minutes after a transient failure, 10 after a failed connection (TransientFailureRetryInterval,
 * OutboundConnectionFailureRetryInterval), 30 where it is told to slow down, as RFC 5321 section 4.5.4.1 has it.
 */
const USUAL_MINUTES: Partial<Readonly<Record<VerdictCode, number>>> = {
  greylisted: 5,
  serviceBusy: 5,
  temporarilyRefused: 5,
  neverGreets: 10,
  tlsTemporarilyUnavailable: 10,
  onwardFailed: 10,
  throttled: 30,
};

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };
const MINUTE_MS = 60_000;
const DAY_SECONDS = 86_400;

/** milter-greylist: "please come back in 00:04:59". */
const CLOCK = /\b(?:in|for|after)\s+(\d{1,2}):([0-5]\d):([0-5]\d)\b/i;
/** "try again in 300 seconds", "Greylisted for 5 minutes", "wait at least 2 min", "retry-after=60s". */
const AMOUNT =
  /(?:^|[^a-z])(?:in|for|after|within|wait|retry|time|least|about|another|next)\W{1,3}(\d{1,5})\s*(s|m|h)(?:ecs?|econds?|ins?|inutes?|rs?|ours?)?\b/i;
/** "retry time 300": seconds, where no unit is named. */
const BARE = /\bretry(?:[ _-]?(?:time|after|in))?\W{1,3}(\d{1,5})\b(?!\.\d)/i;

/** When to try again at the earliest, on the next whole minute; undefined for verdicts that stand. */
export function retryAt(
  { code, params }: Pick<VerdictFinding, 'code' | 'params'>,
  now: Date,
): Date | undefined {
  const usual = USUAL_MINUTES[code];
  if (usual === undefined) return undefined;
  const seconds = saidSeconds(String(params?.reply ?? '')) ?? usual * 60;
  return new Date(Math.ceil((now.getTime() + seconds * 1_000) / MINUTE_MS) * MINUTE_MS);
}

/** What `reply` asks for, between a second and a day. */
function saidSeconds(reply: string): number | undefined {
  const [, hours, minutes, rest] = CLOCK.exec(reply) ?? [];
  const [, amount, unit = ''] = AMOUNT.exec(reply) ?? [];
  const [, bare] = BARE.exec(reply) ?? [];
  const said = hours
    ? Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest)
    : amount
      ? Number(amount) * (UNIT_SECONDS[unit.toLowerCase()] ?? 1)
      : Number(bare);
  return said >= 1 && said <= DAY_SECONDS ? said : undefined;
}
