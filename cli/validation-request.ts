// What the options of `mailspan validate` ask for, read before anything connects. Refuses what a connector could not have.
import { formatDomainPattern, parseDomainPattern } from '../lib/mailflow/domain-pattern';
import { parseEmailAddress } from '../lib/mailflow/email-address';
import type { Finding, Parsed } from '../lib/mailflow/finding';
import { formatSmartHost, parseSmartHost, type SmartHost } from '../lib/mailflow/smart-host';
import type { TlsPolicy } from '../lib/mailflow/tls-policy';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';
import { SettingError, type Settings } from '../lib/settings';
import { consoleSettings } from './console-settings';
import { readRoots } from './further-roots';
import { UsageError } from './usage-error';

/** As the command's options spell them. */
export type ValidateOptions = Readonly<{
  host?: readonly string[];
  tls: string;
  ca?: string;
  to?: readonly string[];
  from?: string;
  helo?: string;
  send: boolean;
  checkRefusals: boolean;
  allowLoopback: boolean;
  timeout?: string;
  json: boolean;
}>;

export type ValidateRequest = Readonly<{
  plan: ValidationPlan;
  probe: Settings['probe'];
  ca?: readonly string[];
  /** Each host as it was typed, without its port, by the name that facts and findings have. */
  typed: ReadonlyMap<string, string>;
}>;

/** Throws a UsageError for the first option that is wrong, and for a setting of the environment that is. */
export async function readRequest(options: ValidateOptions): Promise<ValidateRequest> {
  const { host = [], to = [], send, checkRefusals } = options;
  if (host.length + to.length === 0)
    throw new UsageError('there is nothing to validate: give --host or --to.');
  if (send && to.length === 0) throw new UsageError('--send needs --to: the test message has no recipient.');
  if (checkRefusals && to.length === 0)
    throw new UsageError('--check-refusals needs --to: its domain is asked about.');
  const hosts = new Map<string, SmartHost>();
  const typed = new Map<string, string>();
  for (const text of host) {
    const read = await valueIn('--host', text, parseSmartHost(text));
    hosts.set(formatSmartHost(read), read);
    typed.set(formatSmartHost(read), withoutPort(text));
  }
  const recipients = await Promise.all(to.map((text) => valueIn('--to', text, parseEmailAddress(text))));
  const plan: ValidationPlan = {
    hosts: [...hosts.values()],
    tls: await toTlsPolicy(options.tls),
    recipients: [...new Set(recipients)],
    ...(!send && { envelopeOnly: true }),
    ...(checkRefusals && { checkRefusals }),
  };
  const ca = options.ca === undefined ? undefined : await rootsIn(options.ca);
  return { plan, probe: await probeSettings(options, plan), typed, ...(ca && { ca }) };
}

const withoutPort = (text: string): string => text.trim().replace(/^\[([^\]]*)\].*$|^([^:]+):\d+$/, '$1$2');

/** Those of the console; what an option says goes before, and a port that was typed is allowed. */
async function probeSettings(
  options: ValidateOptions,
  { hosts }: ValidationPlan,
): Promise<Settings['probe']> {
  const { from, helo, timeout, allowLoopback } = options;
  const sender = from === undefined ? undefined : await toSender(from);
  const runMs = timeout === undefined ? undefined : toRunMs(timeout);
  // An empty variable would count as not given.
  const { probe } = settingsWith(helo === undefined ? {} : { PROBE_HELO_NAME: helo || ' ' });
  return {
    ...probe,
    ports: [...probe.ports, ...hosts.map(({ port }) => port)],
    allowLoopback: probe.allowLoopback || allowLoopback,
    ...(sender !== undefined && { sender }),
    ...(runMs !== undefined && { limits: { ...probe.limits, runMs } }),
  };
}

const toSender = async (text: string): Promise<string> =>
  text === '' || text === '<>' ? '' : valueIn('--from', text, parseEmailAddress(text));

function settingsWith(given: Readonly<Record<string, string>>): Settings {
  try {
    return consoleSettings(given);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    throw new UsageError(`${error.message.replace('PROBE_HELO_NAME:', "option '--helo'")}.`);
  }
}

function toRunMs(text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 1 && seconds <= 600) return Math.round(seconds * 1_000);
  throw new UsageError("option '--timeout' must be a number from 1 to 600.");
}

async function toTlsPolicy(text: string): Promise<TlsPolicy> {
  const plain = { off: 'opportunistic', any: 'encryptionOnly', ca: 'certificateValidation' } as const;
  if (text === 'off' || text === 'any' || text === 'ca') return { level: plain[text] };
  const [, domain] = /^domain=(.*)$/s.exec(text) ?? [];
  if (domain === undefined)
    throw new UsageError("option '--tls' must be off, any, ca or domain=<name or *.name>.");
  const pattern = await valueIn('--tls domain=', domain, parseDomainPattern(domain));
  if (pattern.kind === 'any')
    throw new UsageError("option '--tls domain=' must name a domain: * is every one.");
  return { level: 'domainValidation', domain: formatDomainPattern(pattern) };
}

async function rootsIn(file: string): Promise<readonly string[]> {
  const read = await readRoots(file, process.env.NODE_EXTRA_CA_CERTS);
  if (read.ok) return read.roots;
  throw new UsageError(`option '--ca': ${file} ${read.reason}.`);
}

async function valueIn<T>(option: string, text: string, read: Parsed<T>): Promise<T> {
  if (read.ok) return read.value;
  throw new UsageError(`option '${option}' can't be '${text.slice(0, 80)}'. ${await wordsOf(read.finding)}`);
}

/** Loaded for a mistake only: most runs have none. */
async function wordsOf(finding: Finding): Promise<string> {
  const { findingWords, terminalLocale } = await import('./words');
  return findingWords(terminalLocale(process.env))(finding);
}
