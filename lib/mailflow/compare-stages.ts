// What the same stages of two visits show otherwise: failures, replies, capabilities, time.
import type { VisitStages } from './compare-visits';
import { replyText } from './judge-note';
import type { Failure, Reply } from './observation';
import type { RunDifference } from './run-difference';
import type { StageRow } from './stage-rows';

type Difference = Omit<RunDifference, 'host' | 'address'>;

/** A stage is told of as slower or faster where it takes so many times as long, and so much longer. */
const SLOWER_RATIO = 3;
const SLOWER_MS = 500;

/** The differences between the stages that both visits got to. */
export function compareStages(before: VisitStages, after: VisitStages): Difference[] {
  return [...after].flatMap(([key, is]) => {
    const was = before.get(key);
    if (!was) return [];
    const { stage, recipient } = is;
    const place = { stage, ...(recipient !== undefined && { recipient }) };
    return [...failures(was, is), ...replies(was, is), ...capabilities(was, is), ...times(was, is)].map(
      (each) => ({ ...place, ...each }),
    );
  });
}

function failures({ failure: was }: StageRow, { failure: is }: StageRow): Difference[] {
  if (!was && !is) return [];
  if (!was && is) return [{ code: 'failsNow', tone: 'worse', params: reasonOf(is) }];
  if (was && !is) return [{ code: 'worksNow', tone: 'better', params: reasonOf(was) }];
  if (!was || !is || sameReason(was, is)) return [];
  return [{ code: 'failsOtherwise', tone: 'neutral', params: reasonOf(is) }];
}

/** `kind` picks the words, `detail` fills them. */
const reasonOf = (failure: Failure) => ({
  kind: failure.kind,
  detail:
    failure.kind === 'reply' ? replyText(failure.reply) : failure.kind === 'tlsHandshake' ? failure.code : '',
});

const sameReason = (one: Failure, other: Failure): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'reply' || other.kind !== 'reply' || sameReply(one.reply, other.reply));

/** Their words differ from one time to the next: they hold dates and queue ids. */
const sameReply = (one: Reply, other: Reply): boolean =>
  one.code === other.code && one.enhanced === other.enhanced;

function replies(was: StageRow, is: StageRow): Difference[] {
  // A failure tells of its reply itself.
  if (was.failure || is.failure || !was.reply || !is.reply || sameReply(was.reply, is.reply)) return [];
  const params = { from: replyText(was.reply), to: replyText(is.reply) };
  return [{ code: 'reply', tone: 'neutral', params }];
}

function capabilities({ capabilities: was }: StageRow, { capabilities: is }: StageRow): Difference[] {
  if (!was || !is) return [];
  const [before, after] = [new Set(was.map(spelled)), new Set(is.map(spelled))];
  const tone = (capability: string, change: 'better' | 'worse') =>
    capability === 'STARTTLS' ? change : 'neutral';
  return [
    ...[...before]
      .filter((each) => !after.has(each))
      .map((capability): Difference => {
        return { code: 'capabilityRemoved', tone: tone(capability, 'worse'), params: { capability } };
      }),
    ...[...after]
      .filter((each) => !before.has(each))
      .map((capability): Difference => {
        return { code: 'capabilityAdded', tone: tone(capability, 'better'), params: { capability } };
      }),
  ];
}

/** Keywords of EHLO are without regard to case (RFC 5321 section 4.1.1.1). */
const spelled = (capability: string): string => capability.trim().toUpperCase();

function times(
  { durationMs: from = 0, failure: was }: StageRow,
  { durationMs: to = 0, failure: is }: StageRow,
) {
  // How long a failure took is told by what it is.
  if (was || is) return [];
  const params = { from: Math.round(from), to: Math.round(to) };
  const isApart = (less: number, more: number): boolean =>
    more - less >= SLOWER_MS && more >= SLOWER_RATIO * less;
  if (isApart(from, to)) return [{ code: 'slower', tone: 'worse', params } as const];
  if (isApart(to, from)) return [{ code: 'faster', tone: 'better', params } as const];
  return [];
}
