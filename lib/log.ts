// What the program tells its operator, as JSON lines. Refuses to write a password, a token or a cookie.
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { currentScope } from './observe/scope';
import { traceId } from './observe/spans';
import { settings } from './settings';

/** Names of what nobody may read in a log, at any of three depths. */
const SECRETS = ['password', 'newPassword', 'token', 'secret', 'authorization', 'cookie', '["set-cookie"]'];
const redacted = SECRETS.flatMap((name) => {
  const last = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${last}`, `*.*${last}`];
});

/** A logger of its own, for tests; times are ISO 8601 UTC. */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: ids,
      redact: { paths: redacted, censor: '[redacted]' },
    },
    to,
  );

/** Of the request, the validation and the trace that a line belongs to. */
function ids(): Readonly<Record<string, string>> {
  const { requestId, runId } = currentScope() ?? {};
  const trace = traceId();
  return { ...(requestId && { requestId }), ...(runId && { runId }), ...(trace && { traceId: trace }) };
}

/** The one log of this process. */
export const log: Logger = createLog(settings().logLevel);
