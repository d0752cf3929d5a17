// What the options of `mailspan trace` ask for.
import type { TraceMessage } from '../lib/mailflow/route-trace';
import { UsageError } from './usage-error';

/** As the command's options spell them. */
export type TraceOptions = Readonly<{
  to: readonly string[];
  from?: string;
  header?: readonly string[];
  size?: string;
  setup?: string;
  json: boolean;
}>;

export type TraceRequest = Readonly<{
  /** Without recipients: those are `to`, or come from standard input. */
  message: Omit<TraceMessage, 'recipients'>;
  to: readonly string[] | 'standardInput';
}>;

/** Throws a UsageError for the first option that is wrong. A recipient that can't be read is an answer, not an error. */
export function readTraceRequest({ to, from, header, size }: TraceOptions): TraceRequest {
  if (to.includes('-') && to.length > 1)
    throw new UsageError("option '--to -' reads every address from standard input: give no other --to.");
  return {
    to: to[0] === '-' ? 'standardInput' : to,
    message: {
      ...(from !== undefined && { sender: from }),
      ...(header && { headers: header.map(toHeader) }),
      ...(size !== undefined && { bytes: toBytes(size) }),
    },
  };
}

function toHeader(text: string): Readonly<{ name: string; value: string }> {
  const [, name, value = ''] = /^([!-9;-~]+)\s*:\s*(.*)$/s.exec(text) ?? [];
  if (name === undefined)
    throw new UsageError(`option '--header' must be 'Name: value', not '${text.slice(0, 80)}'.`);
  return { name, value };
}

function toBytes(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new UsageError("option '--size' must be a number of bytes.");
  return Number(text);
}
