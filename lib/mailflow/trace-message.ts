// Header lines and a size as people type them, for a message to trace.
import type { TraceMessage } from './route-trace';

/** What could not be read of a message: the line's number from 1, or the size. */
export type MessageProblem = Readonly<{ field: 'headers'; line: number } | { field: 'size' }>;

const BYTES_PER_MB = 1_048_576;
/** No message is larger than 150 MB in Exchange Online. */
const MEGABYTES_MAX = 10_000;
/** RFC 5322 section 2.2: printable ASCII but for the colon. */
const HEADER_LINE = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/;

/** Header lines → headers; a line that is none is told and left out. No line at all: the headers are not known. */
export function readHeaders(lines: readonly string[]) {
  const headers: { name: string; value: string }[] = [];
  const problems: MessageProblem[] = [];
  for (const [at, line] of lines.entries()) {
    const [, name, value] = HEADER_LINE.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined) headers.push({ name, value: value.trim() });
    else problems.push({ field: 'headers', line: at + 1 });
  }
  return { headers: lines.length > 0 ? headers : undefined, problems };
}

/** Megabytes → bytes; a comma is a point. Undefined for what is no size. */
export function readSize(text: string): number | undefined {
  if (!/^\d{1,6}(?:[.,]\d{1,6})?$/.test(text.trim())) return undefined;
  const megabytes = Number(text.trim().replace(',', '.'));
  return megabytes <= MEGABYTES_MAX ? Math.round(megabytes * BYTES_PER_MB) : undefined;
}

type Typed = Readonly<{
  recipients: readonly string[];
  sender: string;
  headers: readonly string[];
  size: string;
}>;

/** The message, as far as it can be read; '' is not known. */
export function readTraceMessage({ recipients, sender, headers, size }: Typed) {
  const read = readHeaders(headers);
  const bytes = readSize(size);
  const problems: MessageProblem[] = [...read.problems];
  if (size.trim() !== '' && bytes === undefined) problems.push({ field: 'size' });
  const message: TraceMessage = {
    recipients,
    ...(sender.trim() !== '' && { sender }),
    ...(read.headers && { headers: read.headers }),
    ...(bytes !== undefined && { bytes }),
  };
  return { message, problems };
}
