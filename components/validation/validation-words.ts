'use client';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { mxDomainsOf } from '@/lib/mailflow/mail-exchangers';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import type { ValidationRunView } from './validation-query';

/** "Check connectivity to …", as EAC has it; the host too where a test message goes through each of several. */
export function useTaskName(hostCount: number): (task: LiveTask) => string {
  const t = useTranslations('validation.task');
  return ({ kind, host, recipient = '' }) => {
    if (kind === 'mailServers') return t('mailServers', { host });
    if (kind === 'connectivity') return t('connectivity', { host });
    if (kind === 'refusals') return t('refusals', { host });
    const name = t('testEmail', { recipient });
    return hostCount > 1 ? `${name} ${t('through', { host })}` : name;
  };
}

const DOMAINS_SHOWN = 3;

/** Which servers the plan's mail goes to, for sentences that differ: `by` is `mx` or `hosts`. */
export function planRoute({ hosts, recipients }: Pick<ValidationRunView['plan'], 'hosts' | 'recipients'>) {
  const domains = mxDomainsOf({ hosts, recipients });
  const more = domains.length > DOMAINS_SHOWN ? ', …' : '';
  return {
    by: domains.length > 0 ? 'mx' : 'hosts',
    domains: domains.slice(0, DOMAINS_SHOWN).join(', ') + more,
  } as const;
}

/** A length of time: milliseconds below a second, else seconds. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('validation');
  const { number } = useFormatter();
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (ms) =>
    ms < 999.5 ? t('ms', { value: Math.round(ms) }) : t('seconds', { value: number(ms / 1_000, tenths) });
}

/** `exchange`: how Exchange Online itself would call it. */
export type FindingWords = Readonly<{ text: string; remedy: string; exchange?: string }>;

/** What a finding says, and what to do about it. Remote text only fills its words, it never becomes markup. */
export function useFindingWords(): (finding: VerdictFinding) => FindingWords {
  const t = useTranslations('verdicts');
  const words = useTranslations('validation');
  const stages = useTranslations('stages');
  const format = useFormatter();
  const whenWords = useWhen();
  return ({ code, stage, host, address = '', recipient = '', params = {}, retryAt, exchangeReply }) => {
    const date = typeof params.date === 'string' ? format.dateTime(new Date(params.date), 'short') : '';
    const when = retryAt === undefined ? '' : whenWords(new Date(retryAt));
    const values = { matters: 'yes', ...params, date, when, host, address, recipient, stage: stages(stage) };
    return {
      text: t(`${code}.text`, values),
      remedy: t(`${code}.remedy`, values),
      ...(exchangeReply !== undefined && { exchange: words('exchangeReply', { code: exchangeReply }) }),
    };
  };
}

/** When the whole run is worth trying again: once the last of what was put off may be answered. */
export function useRunRetryWords(): (tasks: readonly LiveTask[]) => string {
  const t = useTranslations('validation');
  const whenWords = useWhen();
  return (tasks) => {
    const all = tasks.flatMap(({ findings }) => findings.flatMap(({ retryAt }) => retryAt ?? []));
    const last = all.toSorted().at(-1);
    return last === undefined ? t('retryLater') : whenWords(new Date(last));
  };
}

/** "at 14:05", in the reader's time zone; with its date where that is not today's. */
function useWhen(): (at: Date) => string {
  const t = useTranslations('validation');
  const { dateTime } = useFormatter();
  const now = useNow();
  return (at) => {
    const isToday = dateTime(at, 'date') === dateTime(now, 'date');
    return t('retryWhen', {
      day: isToday ? 'same' : 'other',
      time: dateTime(at, isToday ? 'clock' : 'short'),
    });
  };
}
