// Sentences for what differs between two runs. Remote text only fills their words, it never becomes markup.
import { useFormatter, useTranslations } from 'next-intl';
import type { DifferenceCode, RunDifference } from '@/lib/mailflow/run-difference';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { useDuration, useTaskName } from '../validation-words';

type Values = Readonly<Record<string, string>>;
type Wording = (params: Values, difference: RunDifference) => Values;

/** `hostCount`: of how many hosts the tasks' names must tell them apart. */
export function useDifferenceWords(hostCount: number): (difference: RunDifference) => string {
  const t = useTranslations('runs');
  const stages = useTranslations('stages');
  const states = useTranslations('validation.state');
  const format = useFormatter();
  const duration = useDuration();
  const nameOf = useTaskName(hostCount);

  const demand = (level = '', domain = '') => t(`demand.${level as 'opportunistic'}`, { domain });
  const date = (iso = '') => (Number.isNaN(Date.parse(iso)) ? iso : format.dateTime(new Date(iso), 'date'));
  const reason: Wording = ({ kind = '', detail = '' }) => ({ reason: t('reason', { kind, detail }) });
  const dates: Wording = ({ from, to }) => ({ from: date(from), to: date(to) });
  const times: Wording = ({ from, to }) => ({ from: duration(Number(from)), to: duration(Number(to)) });
  const wordings: Partial<Record<DifferenceCode, Wording>> = {
    tlsDemand: ({ from, to, fromDomain, toDomain }) => ({
      from: demand(from, fromDomain),
      to: demand(to, toDomain),
    }),
    taskState: ({ kind, from, to, recipient = '' }, { host = '' }) => ({
      task: nameOf({ kind: kind as LiveTask['kind'], host, recipient, state: 'notRun', findings: [] }),
      from: states(from as LiveTask['state']),
      to: states(to as LiveTask['state']),
    }),
    failsNow: reason,
    worksNow: reason,
    failsOtherwise: reason,
    certificateRenewed: dates,
    certificateReplaced: dates,
    slower: times,
    faster: times,
  };

  return (difference) => {
    const { code, host = '', address = '', recipient = '', stage } = difference;
    const params = Object.fromEntries(
      Object.entries(difference.params ?? {}).map(([key, value]) => [key, String(value)]),
    );
    const place = address === '' || address === host ? host : t('place', { host, address });
    const given = { ...NONE, ...params, host, address, place, stage: stage ? stages(stage) : '' };
    // A recipient of its own says more than that of the task.
    const values = { ...given, ...(recipient && { recipient }), ...wordings[code]?.(params, difference) };
    return t(`differences.${code}`, values);
  };
}

/** What some of the sentences ask for, where a difference has none of it. */
const NONE = {
  from: '',
  to: '',
  recipient: '',
  task: '',
  domain: '',
  reason: '',
  trusted: '',
  issuer: '',
  capability: '',
};
