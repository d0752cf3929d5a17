// The envelope: one MAIL, RCPT and, where a message is to be sent, DATA for each recipient, so that one refusal doesn't
// hide another's answer.
import type { RelayCheck } from '../mailflow/observation';
import { formatSmartHost } from '../mailflow/smart-host';
import { queueIdOf } from './queue-id';
import type { Session } from './session';
import { replyFacts, type StageFacts } from './stage-log';
import { composeTestMessage } from './test-message';

/**
 * Tries every recipient in turn; stops where the connection is over or MAIL itself is refused, and says whether it came to
 * the last one.
 */
export async function tryRecipients(session: Session): Promise<boolean> {
  let mustReset = false;
  for (const [index, recipient] of session.recipients.entries()) {
    const mail = await mailFrom(session, mustReset);
    if (mail.failure) return false;
    const rcpt = await rcptTo(session, { recipient });
    if (isOver(session, rcpt)) return false;
    mustReset = true;
    const maySend = session.plan.send && !rcpt.failure;
    if (!maySend) session.messages.pass(recipient);
    if (!maySend || !(await session.messages.claim(recipient))) continue;
    const data = await sendMessage(session, recipient, index + 1);
    session.messages.end(recipient, data.failure === undefined);
    if (isOver(session, data)) return false;
    mustReset = data.failure !== undefined || data.sentEarlier === true;
  }
  return true;
}

/** 421 says that the server is closing, at whatever stage (RFC 5321 section 3.8). */
export const isOver = ({ wire }: Session, facts: StageFacts): boolean =>
  !wire.inStep || facts.reply?.code === 421;

/** RSET, where a transaction is open, belongs to the next one's beginning. */
export function mailFrom(session: Session, mustReset: boolean, check?: RelayCheck): Promise<StageFacts> {
  const work = async (): Promise<StageFacts> => {
    const reset: StageFacts = mustReset ? await command(session, 'RSET', 2) : {};
    if (reset.failure) return reset;
    return { ...(await command(session, `MAIL FROM:<${session.plan.sender}>`, 2)), ...before(reset) };
  };
  return session.log.record('mailFrom', work, check && { check });
}

export function rcptTo(
  session: Session,
  about: Readonly<{ recipient: string; check?: RelayCheck }>,
): Promise<StageFacts> {
  return session.log.record('rcptTo', () => command(session, `RCPT TO:<${about.recipient}>`, 2), about);
}

function sendMessage(session: Session, recipient: string, number: number): Promise<StageFacts> {
  const { log, plan, host, hostNumber } = session;
  const work = async (): Promise<StageFacts> => {
    const name = formatSmartHost(host);
    const earlier = plan.sentEarlier?.find((sent) => sent.recipient === recipient && sent.host === name);
    if (earlier) return { sentEarlier: true, ...(earlier.reply && { reply: earlier.reply }) };
    const goAhead = await command(session, 'DATA', 3);
    if (goAhead.failure) return goAhead;
    const { text, ...message } = await composeTestMessage({
      ...plan.message,
      recipient,
      part: `${hostNumber}.${number}`,
      heloName: plan.heloName,
    });
    const facts = await command(session, `${text}\r\n.`, 2, `[test message, ${message.bytes} bytes]`);
    const queueId = facts.failure || !facts.reply ? undefined : queueIdOf(facts.reply);
    return {
      ...facts,
      ...before(goAhead),
      message,
      ...(queueId !== undefined && { queueId }),
    };
  };
  return log.record('data', work, { recipient });
}

const before = ({ reply }: StageFacts): Pick<StageFacts, 'earlierReplies'> =>
  reply ? { earlierReplies: [reply] } : {};

async function command(session: Session, text: string, hoped: 2 | 3, shown?: string): Promise<StageFacts> {
  session.wire.send(text, shown);
  return replyFacts(await session.wire.reply(session.run.limits.commandMs), hoped);
}
