// What DNS said of a domain, in a few words, for tests; and a step's state on one line.
import { createTranslator } from 'next-intl';
import { LOCALES, MESSAGES } from '../../../messages';
import { guideWords } from '../../words/guide-words';
import type { CheckedDomain, DomainFacts, Looked, SpfAt } from './domain-facts';
import type { StepState } from './step-state';

export const SILENT = { ok: false, failure: { kind: 'dnsTimeout' } } as const;
export const SERVFAIL = { ok: false, failure: { kind: 'dnsError', detail: 'ESERVFAIL' } } as const;
export const there = <T>(value: T): Looked<T> => ({ ok: true, value });

const NOTHING: DomainFacts = {
  domain: 'contoso.com',
  mx: { exchangers: [{ name: 'mail.contoso.com', preference: 10 }] },
  spf: [{ name: 'contoso.com', answer: there({ records: [] }) }],
  dkim: [],
  dmarc: [],
  mtaSts: { mtaSts: {} },
  tlsa: [],
};

/** contoso.com with a server of its own and nothing else, unless `given` says otherwise. */
export const checked = (given: Partial<DomainFacts> = {}): CheckedDomain => ({
  at: '2026-11-26T08:00:00.000Z',
  facts: { ...NOTHING, ...given },
});

/** SPF records by name: a text, none, or an answer that did not come. */
export const spfOf = (
  zone: Readonly<Record<string, string | readonly string[] | Looked<SpfAt>>>,
): CheckedDomain =>
  checked({
    spf: Object.entries(zone).map(([name, at]) => {
      if (typeof at === 'string') return { name, answer: there({ records: [at] }) };
      return { name, answer: 'ok' in at ? at : there({ records: at }) };
    }),
  });

const MARKS = { good: '', info: 'i ', warning: '~', bad: '!', unknown: '?' } as const;

/** A sentence whose parameter is missing fails the test. */
const onError = (error: Error): never => {
  throw error;
};
export const WORDS = LOCALES.map((locale) =>
  guideWords(createTranslator({ locale, messages: MESSAGES[locale], namespace: 'guide', onError })),
);

/** The state, what it rests on (`~` a warning, `!` bad, `?` not known), and what to do. */
export const told = ({ state, evidence, remedies }: StepState): string => {
  for (const words of WORDS) {
    for (const one of evidence) if (one.kind === 'said') words.evidence(one);
    for (const one of remedies) words.remedy(one);
  }
  const pieces = evidence.map((one) => {
    const code = one.kind === 'verdict' ? one.finding.code : one.kind === 'mx' ? one.verdict.code : undefined;
    return (
      MARKS[one.level] +
      (code ?? (one.kind === 'said' ? one.code : one.kind === 'guard' ? one.guard.code : ''))
    );
  });
  const help = remedies.map(({ code }) => code).join(' ');
  return `${state}: ${pieces.join(', ')}${help && `; ${help}`}`;
};
