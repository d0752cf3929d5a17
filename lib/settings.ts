// Every environment variable, read once, each with a default. A wrong value ends the start with a line that names it.

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0', ''], 'must be true or false')
  .default('false')
  .transform((value) => value === 'true' || value === '1');

const range = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number<string>({ error }).int(error).min(min, error).max(max, error);
};
const wholeNumber = (min: number, max: number, fallback: number) => range(min, max).default(fallback);

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

/** Containers and some shells export the machine's own name as HOSTNAME, which nobody chose to listen on. */
const chosenHost = (name: string): string => (name === hostname() ? 'localhost' : name);

const address = /^(\[[0-9a-fA-F:]+\]|[0-9.]+|[0-9a-fA-F:]+)(:\d{1,5})?$/;

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  /** Where the console listens. */
  PORT: wholeNumber(1, 65_535, 3000),
  HOSTNAME: z.string().min(1).default('localhost').transform(chosenHost),
  /** The address people type; decides the cookie's Secure flag and which origin may call actions. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  /** Folder of the SQLite file and of the generated secret. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** A postgresql:// address; without it, SQLite in DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  /** Signs sessions. Made and kept in DATA_DIR where it is not given; the same for every replica. */
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Reverse proxies in front of the console, each of which appends to X-Forwarded-For. */
  TRUSTED_PROXIES: wholeNumber(0, 10, 0),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),

  /** Lets whoever names it read /metrics; without it there are none. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,512}$/, 'must have 16 to 512 characters without blanks')
    .optional(),
  /** Where a worker answers /metrics and /api/health/live, on HOSTNAME; without it, nowhere. */
  WORKER_PORT: range(1, 65_535).optional(),
  /** How long server and worker may take, once told to stop, to finish what they have begun. */
  SHUTDOWN_GRACE_MS: wholeNumber(0, 600_000, 8_000),

  /** Lets validations connect to loopback addresses: for the demo and the tests only. */
  PROBE_ALLOW_LOOPBACK: flag,
  /** Refuses RFC 1918 and unique local addresses; on-premises servers live there, so off by default. */
  PROBE_DENY_PRIVATE: flag,
  /** Ports allowed beside 25, 465, 587 and 2525. */
  PROBE_PORTS: list.pipe(z.array(range(1, 65_535))),
  /** Connections to one address at once, and how many come back in a minute; its network has four times as much. */
  PROBE_TARGET_BURST: wholeNumber(1, 100_000, 10),
  PROBE_TARGET_PER_MINUTE: wholeNumber(1, 100_000, 2),
  /** What one person may ask for in an hour with settings that are not saved: validations, and different servers. */
  PROBE_UNSAVED_PER_HOUR: wholeNumber(1, 100_000, 60),
  PROBE_UNSAVED_SERVERS_PER_HOUR: wholeNumber(1, 100_000, 50),
  /** The name said in EHLO. */
  PROBE_HELO_NAME: z
    .string()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/, 'must be a host name')
    .optional(),
  /** The envelope sender of the test message; empty is the null return path, as Exchange Online uses it. */
  PROBE_SENDER: z.union([z.literal(''), z.email('must be empty or an e-mail address')]).default(''),
  /** Resolvers, comma separated, each with an optional port; without them, the machine's own. */
  PROBE_DNS_SERVERS: list.pipe(
    z.array(z.string().regex(address, 'must be IP addresses, with :port where it is not 53')),
  ),
  /** Whom the set-up guide asks one by one while an MX record moves; without them, those of PROBE_DNS_SERVERS. */
  GUIDE_RESOLVERS: list.pipe(
    z
      .array(z.string().regex(address, 'must be IP addresses, with :port where it is not 53'))
      .max(10, 'must be 10 at most'),
  ),
  PROBE_CONNECT_TIMEOUT_MS: wholeNumber(100, 60_000, 5_000),
  PROBE_BANNER_TIMEOUT_MS: wholeNumber(100, 300_000, 10_000),
  PROBE_COMMAND_TIMEOUT_MS: wholeNumber(100, 300_000, 10_000),
  PROBE_TLS_TIMEOUT_MS: wholeNumber(100, 60_000, 8_000),
  PROBE_QUIT_TIMEOUT_MS: wholeNumber(100, 10_000, 1_500),
  PROBE_RUN_TIMEOUT_MS: wholeNumber(1_000, 600_000, 30_000),

  /** How many validations one worker runs at once, and how often an idle one looks for work. */
  WORKER_CONCURRENCY: wholeNumber(1, 1_000, 20),
  WORKER_POLL_MS: wholeNumber(20, 60_000, 100),
  /** How long a worker that has fallen silent keeps its validations. It speaks up twice a second. */
  WORKER_LEASE_MS: wholeNumber(2_000, 300_000, 15_000),
});

/** The settings in force. Times in milliseconds. */
export type Settings = Readonly<{
  port: number;
  hostname: string;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  authSecret: string | undefined;
  trustedProxies: number;
  logLevel: string;
  metricsToken: string | undefined;
  shutdownGraceMs: number;
  probe: Readonly<{
    allowLoopback: boolean;
    denyPrivate: boolean;
    ports: readonly number[];
    /** Connections to one address, at once and per minute. */
    target: Readonly<{ burst: number; perMinute: number }>;
    /** Of one person, with settings that are not saved. */
    unsavedPerHour: Readonly<{ validations: number; servers: number }>;
    heloName: string;
    sender: string;
    dnsServers: readonly string[];
    limits: Readonly<{
      connectMs: number;
      bannerMs: number;
      commandMs: number;
      tlsMs: number;
      quitMs: number;
      runMs: number;
    }>;
  }>;
  /** `resolvers`: asked one by one; empty where the probe's own are. */
  guide: Readonly<{ resolvers: readonly string[] }>;
  /** `port`: of its own door for monitoring. */
  worker: Readonly<{ concurrency: number; pollMs: number; leaseMs: number; port: number | undefined }>;
}>;

/** One variable that can't be used, and why. */
export class SettingError extends Error {
  constructor(
    readonly variable: string,
    reason: string,
  ) {
    super(`${variable}: ${reason}`);
  }
}

/** The ports that a mail server listens on by custom: SMTP, SMTPS, submission, and the usual alternative. */
const SMTP_PORTS = [25, 465, 587, 2525];

/** Reads settings from `env`. Throws a SettingError that names the first wrong variable. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    // Empty is not given: compose files and service managers hand over every variable they know.
    Object.keys(environment.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const result = environment.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new SettingError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'is wrong');
  }
  const read = result.data;
  const shownHost = isIP(read.HOSTNAME) === 6 ? `[${read.HOSTNAME}]` : read.HOSTNAME;
  const local = ['0.0.0.0', '[::]'].includes(shownHost) ? 'localhost' : shownHost;
  return {
    port: read.PORT,
    hostname: read.HOSTNAME,
    publicUrl: new URL(read.PUBLIC_URL ?? `http://${local}:${read.PORT}`).origin,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    authSecret: read.AUTH_SECRET,
    trustedProxies: read.TRUSTED_PROXIES,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN,
    shutdownGraceMs: read.SHUTDOWN_GRACE_MS,
    probe: {
      allowLoopback: read.PROBE_ALLOW_LOOPBACK,
      denyPrivate: read.PROBE_DENY_PRIVATE,
      ports: [...SMTP_PORTS, ...read.PROBE_PORTS],
      target: { burst: read.PROBE_TARGET_BURST, perMinute: read.PROBE_TARGET_PER_MINUTE },
      unsavedPerHour: {
        validations: read.PROBE_UNSAVED_PER_HOUR,
        servers: read.PROBE_UNSAVED_SERVERS_PER_HOUR,
      },
      heloName: read.PROBE_HELO_NAME ?? machineName(),
      sender: read.PROBE_SENDER,
      dnsServers: read.PROBE_DNS_SERVERS,
      limits: {
        connectMs: read.PROBE_CONNECT_TIMEOUT_MS,
        bannerMs: read.PROBE_BANNER_TIMEOUT_MS,
        commandMs: read.PROBE_COMMAND_TIMEOUT_MS,
        tlsMs: read.PROBE_TLS_TIMEOUT_MS,
        quitMs: read.PROBE_QUIT_TIMEOUT_MS,
        runMs: read.PROBE_RUN_TIMEOUT_MS,
      },
    },
    guide: { resolvers: read.GUIDE_RESOLVERS },
    worker: {
      concurrency: read.WORKER_CONCURRENCY,
      pollMs: read.WORKER_POLL_MS,
      leaseMs: read.WORKER_LEASE_MS,
      port: read.WORKER_PORT,
    },
  };
}

/** The machine's name where it can stand in EHLO, else a name that says what it is. */
const machineName = (): string => (/^[A-Za-z0-9.-]+$/.test(hostname()) ? hostname() : 'mailspan.invalid');

let current: Settings | undefined;

/** The settings of this process, read on first use. */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}
