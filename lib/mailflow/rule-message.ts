// A message as the rules look at it: read once, asked many times.
import { type Recipient, readRecipient, readSender } from './recipient';
import type { RouteNote, TraceMessage } from './route-trace';

/** `undefined` is not known; `null` is known to be empty. */
export type RuleMessage = Readonly<{
  sender: Recipient | null | undefined;
  /** Values by header name in lower case; undefined where the headers are not known. */
  headers: ReadonlyMap<string, readonly string[]> | undefined;
  bytes: number | undefined;
  /** What reading it left open. */
  notes: readonly RouteNote[];
}>;

export const UNKNOWN_MESSAGE: RuleMessage = {
  sender: undefined,
  headers: undefined,
  bytes: undefined,
  notes: [],
};

/**
 * Rules look at the From header (SenderAddressLocation's default) and, where it is not known, at MAIL FROM, which is
 * mostly the same.
 */
export function readMessage({ sender, headers, bytes }: Omit<TraceMessage, 'recipients'>): RuleMessage {
  const byName = headers && groupByName(headers);
  const envelope = sender === undefined ? undefined : readSender(sender);
  const header = byName?.get('from')?.map(readRecipient)[0];
  const notes: RouteNote[] = [];
  if (envelope && !envelope.ok) notes.push({ code: 'senderUnreadable' });
  const from = header?.ok ? header.value : undefined;
  const mailFrom = envelope?.ok ? (envelope.value === 'empty' ? null : envelope.value) : undefined;
  if (from && mailFrom && from.address.toLowerCase() !== mailFrom.address.toLowerCase())
    notes.push({ code: 'sendersDiffer', params: { from: from.address, mailFrom: mailFrom.address } });
  return { sender: from ?? mailFrom, headers: byName, bytes, notes };
}

function groupByName(headers: NonNullable<TraceMessage['headers']>): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const key = name.trim().toLowerCase();
    const values = byName.get(key);
    if (values) values.push(value);
    else byName.set(key, [value]);
  }
  return byName;
}
