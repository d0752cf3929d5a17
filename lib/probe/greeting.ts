// The dialogue's opening: the banner, then EHLO, or HELO where EHLO is refused (RFC 5321 section 3.2).
import type { Reply } from '../mailflow/observation';
import type { Answer } from './answer';
import type { Session } from './session';
import { replyFacts, type StageFacts } from './stage-log';

/** Waits for the banner: some servers cut off whoever speaks first. */
export function readBanner({ log, wire, run }: Session): Promise<StageFacts> {
  return log.record('banner', async () => replyFacts(await wire.reply(run.limits.bannerMs), 2));
}

/** Introduces us. `capabilities` are empty after HELO. */
export function sayHello(session: Session, stage: 'ehlo' | 'ehloAfterTls'): Promise<StageFacts> {
  return session.log.record(stage, async (): Promise<StageFacts> => {
    const extended = await ask(session, 'EHLO');
    const isRefused = extended.ok && extended.value.code >= 500;
    if (isRefused) session.transcript.add('note', 'EHLO was refused, trying HELO');
    const answer = isRefused ? await ask(session, 'HELO') : extended;
    const earlierReplies = isRefused && extended.ok ? [extended.value] : [];
    const facts: StageFacts = { ...replyFacts(answer, 2), ...(isRefused && { earlierReplies }) };
    // Who closes instead of answering HELO has given the reason before.
    if (facts.failure) return isRefused && !answer.ok ? replyFacts(extended, 2) : facts;
    return isRefused
      ? { ...facts, verb: 'HELO', capabilities: [] }
      : { ...facts, verb: 'EHLO', capabilities: facts.reply?.lines.slice(1) ?? [] };
  });
}

async function ask({ wire, plan, run }: Session, verb: 'EHLO' | 'HELO'): Promise<Answer<Reply>> {
  await wire.sendGreeting(`${verb} ${plan.heloName}`);
  return wire.reply(run.limits.commandMs);
}
