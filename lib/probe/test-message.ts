// Writes the small message that proves delivery: RFC 5322, and marked so that nobody's robot answers it.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { TestMessageOptions } from './probe-plan';

const SUBJECT = 'Test email for connector validation';

const TEXT = `This is a test message.

Mailspan sent it to validate a mail flow connector: it shows that this server
accepts mail for your address over the connector's own path. Nothing needs to
be done, and replies are not read.
`;

/**
 * The message for one recipient, ready for DATA: CRLF line ends, leading dots doubled (RFC 5321 section 4.5.2),
 * without the closing dot. `part` tells the messages of one run apart.
 */
export async function composeTestMessage(
  options: TestMessageOptions & Readonly<{ recipient: string; part: string; heloName: string }>,
): Promise<string> {
  const composed = await new MailComposer({
    from: options.from,
    to: options.recipient,
    subject: options.subject ?? SUBJECT,
    ...(options.date && { date: options.date }),
    messageId: `<${options.id}.${options.part}@${options.heloName}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: TEXT,
  })
    .compile()
    .build();
  return composed.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/\r\n$/, '').replace(/^\./gm, '..');
}
