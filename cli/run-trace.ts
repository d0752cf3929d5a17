// Runs one `mailspan trace` to its exit code. However many addresses come, it holds the answers to one piece of input.
import { once } from 'node:events';
import { compileRoutes } from '../lib/mailflow/route';
import type { RecipientTrace } from '../lib/mailflow/route-trace';
import { readMessage } from '../lib/mailflow/rule-message';
import { traceRecipient, traceRoute } from '../lib/mailflow/trace-route';
import { setupFrom } from './compiled-setup';
import { toTraceJson } from './trace-json';
import { readTraceRequest, type TraceOptions } from './trace-request';

const ANSWERED = 0;
const OPEN = 2;

/** The exit code: whether every recipient has an answer. */
export async function runTrace(options: TraceOptions): Promise<number> {
  const { to, message } = readTraceRequest(options);
  const routes = compileRoutes(await setupFrom(options.setup));
  let code = ANSWERED;
  const weigh = (trace: RecipientTrace): RecipientTrace => {
    if (trace.outcome === 'unknown') code = OPEN;
    return trace;
  };
  if (to === 'standardInput') {
    const read = readMessage(message);
    await printPieces(process.stdin, (line) => weigh(traceRecipient(routes, line, read)));
    return code;
  }
  const traces = traceRoute(routes, { ...message, recipients: to }).map(weigh);
  if (options.json) process.stdout.write(jsonLines(traces));
  else (await import('./trace-text')).printTraces(traces, process);
  return code;
}

const jsonLines = (traces: readonly RecipientTrace[]): string =>
  traces.map((trace) => `${JSON.stringify(toTraceJson(trace))}\n`).join('');

/** Answers each piece of `input` as it comes. Waits for a slow reader; ends quietly where it went, as with `head`. */
async function printPieces(
  input: NodeJS.ReadStream,
  answer: (address: string) => RecipientTrace,
): Promise<void> {
  let gone = false;
  const leave = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  };
  process.stdout.on('error', leave);
  const print = async (lines: readonly string[]): Promise<void> => {
    const traces = lines.filter((line) => line.trim() !== '').map(answer);
    const taken = process.stdout.write(jsonLines(traces));
    if (!taken) await once(process.stdout, 'drain').catch(leave);
  };
  let rest = '';
  for await (const piece of input.setEncoding('utf8')) {
    const lines = `${rest}${piece}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    await print(lines);
    if (gone) return;
  }
  await print([rest]);
}
