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
 * `bytes` is its size as RFC 1870 section 3 counts: with the last line's end, without what DATA adds to it.
 * `contentType` as in its header.
 */
export type TestMessage = Readonly<{ text: string; bytes: number; contentType: string }>;

/**
 * The message for one recipient, ready for DATA: CRLF line ends, leading dots doubled (RFC 5321 section 4.5.2),
 * without the closing dot. `part` tells the messages of one run apart.
 */
export async function composeTestMessage(
  options: TestMessageOptions & Readonly<{ recipient: string; part: string; heloName: string }>,
): Promise<TestMessage> {
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
  const lines = composed.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/\r\n$/, '');
  const [, contentType = ''] = /^Content-Type: (.+)\r$/im.exec(lines) ?? [];
  return { text: lines.replace(/^\./gm, '..'), bytes: lines.length + 2, contentType };
}
