// What the program tells its operator, as JSON lines. Refuses to write a password, a token or a cookie.
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
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
      redact: { paths: redacted, censor: '[redacted]' },
    },
    to,
  );

/** The one log of this process. */
export const log: Logger = createLog(settings().logLevel);
