// Runs one `mailspan validate` from its request to its exit code, and prints it as a person or a program wants it.
import { validateFromShell } from '../lib/operations/validate-from-shell';
import { toValidationJson } from './validation-json';
import type { ValidateRequest } from './validation-request';

const EXIT = { passed: 0, failed: 1, inconclusive: 2 } as const;
/** What shells answer for a program that a signal ended: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** The exit code of the validation. Ctrl+C ends it in order, with what is known by then. */
export async function runValidate(
  { plan, probe, ca, typed }: ValidateRequest,
  json: boolean,
): Promise<number> {
  const stop = new AbortController();
  let stopped: number | undefined;
  const listeners = (Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]).map((signal) => {
    const onSignal = (): void => {
      stopped ??= SIGNALS[signal];
      stop.abort();
    };
    // Once only: whoever presses Ctrl+C again means it.
    process.once(signal, onSignal);
    return () => process.off(signal, onSignal);
  });
  const printer = json ? undefined : (await import('./validation-text')).validationPrinter(plan, process);
  const startedAt = performance.now();
  const asked = { plan, probe, now: () => new Date(), signal: stop.signal, ...(ca && { ca }) };
  const result = await validateFromShell({ ...asked, onEvent: (event) => printer?.stage(event) });
  for (const off of listeners) off();
  const tookMs = Math.round(performance.now() - startedAt);
  if (result.fault !== undefined) console.error(result.fault);
  if (printer) printer.verdict(result.verdict, tookMs);
  else console.log(JSON.stringify(toValidationJson(result, plan, typed, tookMs), null, 2));
  return stopped ?? EXIT[result.verdict.outcome];
}
