// Finds in a server's answer to DATA the id under which it files the message: what its log and message trace go by.
// Guesses nothing: where the words are not known, there is none.
import type { Reply } from '../mailflow/observation';

const ID_MAX = 120;

/** The ways to say it, each with the id as its first group. The first that fits decides. */
const WORDINGS: readonly RegExp[] = [
  // Postfix, and what hands Postfix's answer on: 2.0.0 Ok: queued as 4XyzAB1234
  /\bqueued as ([\w.-]+)/i,
  // Exchange and Exchange Online, with the server whose number it is: [InternalId=4711, Hostname=EX01.contoso.com]
  /\[InternalId=(\d+, Hostname=[\w.-]+)\]/i,
  /\[InternalId=(\d+)/i,
  // Exim: OK id=1rABcd-000123-4X
  /\bid=([\w-]{8,})/,
  // Stalwart: Message queued with id 1a2b3c
  /\bqueued with id ([\w.-]+)/i,
  // Haraka: Message Queued (8E9A1C5F-….1)
  /\bmessage queued \(([\w.-]+)\)/i,
  // Cisco Secure Email: ok:  Message 12345 accepted
  /\bmessage (\d+) accepted/i,
  // Sendmail, OpenSMTPD, Proofpoint: 2.0.0 4AKJ1234012345 Message accepted for delivery
  /\b(?=\w*\d)(\w{8,}) message accepted for delivery/i,
  // qmail: ok 1700000000 qp 12345
  /\bok \d{9,} qp (\d+)/i,
  // Google: 2.0.0 OK  1700000000 a1-20020a05.123 - gsmtp
  /\bok\s+\d{9,} (\S+) - gsmtp/i,
  // Amazon SES: Ok 0100018c-…-000000
  /^(?:\d\.\d\.\d )?ok ([0-9a-f]{8,}(?:-[0-9a-f]+)+)$/i,
];

/** The queue id in `reply`, or undefined where it names none. */
export function queueIdOf({ lines }: Reply): string | undefined {
  const text = lines.join(' ');
  for (const wording of WORDINGS) {
    const [, id] = wording.exec(text) ?? [];
    if (id !== undefined) return id.replace(/\.$/, '').slice(0, ID_MAX);
  }
  return undefined;
}
