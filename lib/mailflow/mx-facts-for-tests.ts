// What a probe by MX saw, for tests: the look-up, servers up and down, what they say to a recipient; and verdicts in short.
import { judge } from './judge';
import type { Failure, MailExchanger, Observation, Stage } from './observation';
import { handshake, NOW } from './tls-facts-for-tests';
import type { TlsPolicy } from './tls-policy';
import type { ValidationPlan } from './validation-plan';

export const DOMAIN = 'fabrikam.com';
export const ADA = 'ada@fabrikam.com';
export const [MX1, MX2] = ['mx1.fabrikam.com', 'mx2.fabrikam.com'] as const;

export const mxPlan = (
  tls: TlsPolicy = { level: 'certificateValidation' },
  recipients: readonly string[] = [ADA],
): ValidationPlan => ({ hosts: [], tls, recipients });

let clock = 0;
export const at = (stage: Stage, host: string, given: Partial<Observation> = {}): Observation => {
  clock += 1;
  return { stage, host, port: 25, startedAtMs: clock, durationMs: 1, ...given };
};
const ok = (code = 250) => ({ reply: { code, lines: ['ok'] } });
export const refusal = (code: number, text: string): Pick<Observation, 'failure' | 'reply'> => {
  const reply = { code, enhanced: text.split(' ')[0] ?? '', lines: [text] };
  return { reply, failure: { kind: 'reply', reply } };
};
const at1 = (host: string) => ({ address: `203.0.113.${host.charCodeAt(2)}` });

/** The look-up of `domain`, with preferences 10, 20, … where `records` are names only. */
export const found = (records: readonly (string | MailExchanger)[], domain = DOMAIN): Observation =>
  at('mx', domain, {
    exchangers: records.map((record, index) =>
      typeof record === 'string' ? { name: record, preference: 10 * (index + 1) } : record,
    ),
  });

/** A server that is as it should be, unless its certificate isn't; `mail` is what came after the greeting. */
export const up = (
  host: string,
  mail: readonly Observation[] = [],
  certificate: Parameters<typeof handshake>[0] = {},
  chain?: string,
): Observation[] => [
  at('resolve', host, { addresses: [at1(host).address] }),
  at('connect', host, at1(host)),
  at('banner', host, { ...at1(host), ...ok(220) }),
  at('ehlo', host, { ...at1(host), ...ok(), verb: 'EHLO', capabilities: ['STARTTLS'] }),
  at('starttls', host, { ...at1(host), ...ok(220) }),
  at('tls', host, {
    ...at1(host),
    tls: handshake({ subjectAlternativeNames: [host], ...certificate }, chain),
  }),
  at('ehloAfterTls', host, { ...at1(host), ...ok(), verb: 'EHLO', capabilities: [] }),
  ...mail,
];

/** A server whose dialogue ends at `stage`. */
export const endsAt = (stage: Stage, host: string, end: Partial<Observation>): Observation[] => {
  const stages = up(host);
  const index = stages.findIndex((each) => each.stage === stage);
  return [...stages.slice(0, index), at(stage, host, { ...(stage !== 'resolve' && at1(host)), ...end })];
};
export const down = (host: string, failure: Failure = { kind: 'timeout', limitMs: 5_000 }): Observation[] =>
  endsAt('connect', host, { failure });

/** What `host` says to RCPT. */
export const rcpt = (host: string, answer: Partial<Observation> = ok(), recipient = ADA): Observation[] => [
  at('mailFrom', host, { ...at1(host), ...ok() }),
  at('rcptTo', host, { ...at1(host), recipient, ...answer }),
];
export const sent = (host: string, recipient = ADA): Observation[] => [
  ...rcpt(host, ok(), recipient),
  at('data', host, { ...at1(host), recipient, ...ok() }),
];

/**
 * The verdict on one line: the outcome, then each task. `!` is an error, `~` what mail does not depend on, `?` what is not
 * known, and no mark a warning.
 */
export const told = (observations: readonly Observation[], plan = mxPlan()): string => {
  const { outcome, tasks } = judge(observations, plan, NOW);
  const names = { mailServers: 'records', connectivity: '', testEmail: 'mail', refusals: 'refusals' };
  const shown = tasks.map(({ kind, host, state, findings }) =>
    [
      names[kind] || (host.split('.')[0] ?? ''),
      state === 'succeeded' ? 'ok' : state,
      ...findings.map(({ code, severity, spare }) => {
        const mark = spare
          ? '~'
          : { error: '!', warning: state === 'inconclusive' ? '?' : '', info: 'i ' }[severity];
        return `${mark}${code}`;
      }),
    ].join(' '),
  );
  return [outcome, ...shown].join('; ');
};
