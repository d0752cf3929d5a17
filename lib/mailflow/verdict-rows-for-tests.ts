// One server and one recipient, for tests that hold a row of what is documented against the verdict and its words.
import { createTranslator } from 'next-intl';
import { expect } from 'vitest';
import { MESSAGES } from '../../messages';
import { judge } from './judge';
import { ADA, endsAt, MX1 as HOST, rcpt, up } from './mx-facts-for-tests';
import type { Failure, Observation, Stage } from './observation';
import { NOW } from './tls-facts-for-tests';
import type { TlsPolicy } from './tls-policy';
import type { VerdictFinding } from './verdict';

export const OPPORTUNISTIC: TlsPolicy = { level: 'opportunistic' };
export const ENCRYPTED: TlsPolicy = { level: 'encryptionOnly' };
export const TRUSTED: TlsPolicy = { level: 'certificateValidation' };
export const NAMED: TlsPolicy = { level: 'domainValidation', domain: HOST };

/** What the verdict notices where `tls` is demanded. */
export const find = (
  observations: readonly Observation[],
  tls: TlsPolicy = TRUSTED,
): readonly VerdictFinding[] => {
  const hosts = [{ kind: 'name', host: HOST, port: 25 }] as const;
  return judge(observations, { hosts, tls, recipients: [ADA] }, NOW).tasks.flatMap(
    ({ findings }) => findings,
  );
};

const MARKS = { error: '!', warning: '?', info: 'i' };
/** The findings' codes on one line: `!` is an error, `?` a warning, `i` a note. */
export const told = (findings: readonly VerdictFinding[]): string =>
  findings.map(({ code, severity }) => `${MARKS[severity]}${code}`).join(' ');

/** A reply as the reader gives it: an enhanced code of another class is just text. */
export const answer = (text: string): Pick<Observation, 'reply' | 'failure'> => {
  const code = Number(text.slice(0, 3));
  const [enhanced] = /^\d\.\d{1,3}\.\d{1,3}(?= |$)/.exec(text.slice(4)) ?? [];
  const reply = { code, lines: [text.slice(4)], ...(enhanced?.[0] === text[0] && enhanced && { enhanced }) };
  return { reply, ...(code >= 400 && { failure: { kind: 'reply', reply } }) };
};
export const atStage = (stage: Stage, failure: Failure): Observation[] => endsAt(stage, HOST, { failure });
export const refusedAt = (stage: Stage, text: string): Observation[] =>
  stage === 'rcptTo' ? up(HOST, rcpt(HOST, answer(text))) : endsAt(stage, HOST, answer(text));

/** The words of a finding in a language, and where a word is missing or left over, an error. */
export function words(
  { code, params = {}, host, address = '', recipient = '', stage }: VerdictFinding,
  locale: 'en' | 'it',
) {
  const messages = MESSAGES[locale];
  const onError = (error: Error): never => {
    throw error;
  };
  const t = createTranslator({ locale, messages, namespace: 'verdicts', onError });
  const values = { matters: 'yes', ...params, date: 'today', when: 'at 14:05', host, address, recipient };
  return ['text', 'remedy'].map((part) =>
    t(`${code}.${part}` as `${typeof code}.text`, { ...values, stage }),
  );
}

/** Fails where a finding lacks a word, or has one too many, in either language. */
export function hasWords(findings: readonly VerdictFinding[]): void {
  for (const finding of findings)
    for (const locale of ['en', 'it'] as const)
      for (const text of words(finding, locale)) expect(text).toMatch(/^[^{}]{20,}[.!?)a-z0-9]$/i);
}
