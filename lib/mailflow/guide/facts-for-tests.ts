// What DNS said of a domain, in a few words, for tests; and a step's state on one line.
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

/** The state, what it rests on (`~` a warning, `!` bad, `?` not known), and what to do. */
export const told = ({ state, evidence, remedies }: StepState): string => {
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
