// What is different between two validations, from their facts: never from sentences. Pure; takes any two runs, also of
// different connectors, and says nothing of what only one of them got to see.
import { compareVisits } from './compare-visits';
import type { ValidationOutcome } from './health';
import { byImportance, type DifferenceTone, type RunDifference } from './run-difference';
import type { StageRow } from './stage-rows';
import type { TlsPolicy } from './tls-policy';
import type { LiveTask } from './validation-live';

/** A run that is over, as far as it can be compared. Hosts are spelled as in observations. */
export type ComparedRun = Readonly<{
  plan: Readonly<{ hosts: readonly string[]; tls: TlsPolicy; recipients: readonly string[] }>;
  outcome?: ValidationOutcome;
  tasks: readonly LiveTask[];
  stages: readonly StageRow[];
}>;

/** What differs from `before` to `after`, the most important first; nothing where they show the same. */
export const compareRuns = (before: ComparedRun, after: ComparedRun): RunDifference[] =>
  byImportance([
    ...outcomes(before, after),
    ...plans(before, after),
    ...tasks(before, after),
    ...servers(before, after),
    ...compareVisits(before.stages, after.stages),
  ]);

/** How good an outcome or a task's end is. */
const RANKS = { passed: 3, succeeded: 3, warned: 2, inconclusive: 1, notRun: 1, failed: 0 } as const;
const rankOf = (state: string): number => RANKS[state as keyof typeof RANKS] ?? 1;

function toneOf(from: string, to: string): DifferenceTone {
  const change = rankOf(to) - rankOf(from);
  if (change === 0) return 'neutral';
  return change > 0 ? 'better' : 'worse';
}

function outcomes({ outcome: from }: ComparedRun, { outcome: to }: ComparedRun): RunDifference[] {
  if (!from || !to || from === to) return [];
  return [{ code: 'outcome', tone: toneOf(from, to), params: { from, to } }];
}

function plans({ plan: before }: ComparedRun, { plan: after }: ComparedRun): RunDifference[] {
  const demand = ({ level, ...rest }: TlsPolicy): string =>
    'domain' in rest ? `${level} ${rest.domain}` : level;
  return [
    ...only(after.hosts, before.hosts).map((host) => difference('hostAdded', { host })),
    ...only(before.hosts, after.hosts).map((host) => difference('hostRemoved', { host })),
    ...(demand(before.tls) === demand(after.tls)
      ? []
      : [difference('tlsDemand', { params: { ...demandIn('from', before), ...demandIn('to', after) } })]),
    ...only(after.recipients, before.recipients).map((recipient) =>
      difference('recipientAdded', { recipient }),
    ),
    ...only(before.recipients, after.recipients).map((recipient) =>
      difference('recipientRemoved', { recipient }),
    ),
  ];
}

const demandIn = (side: 'from' | 'to', { tls }: ComparedRun['plan']) => ({
  [side]: tls.level,
  [`${side}Domain`]: tls.level === 'domainValidation' ? tls.domain : '',
});

function tasks(before: ComparedRun, after: ComparedRun): RunDifference[] {
  const earlier = new Map(before.tasks.map((task) => [taskOf(task), task]));
  const later = new Map(after.tasks.map((task) => [taskOf(task), task]));
  return [...later].flatMap(([key, task]): RunDifference[] => {
    const was = earlier.get(key);
    if (!was || was.state === task.state) return [];
    const { kind, host, recipient = '', state: to } = task;
    const params = { kind, from: was.state, to, recipient };
    return [{ code: 'taskState', tone: toneOf(was.state, to), host, params }];
  });
}

const taskOf = ({ kind, host, recipient }: LiveTask): string => JSON.stringify([kind, host, recipient]);

/** The mail servers that MX records name. A domain that one of them did not look up is not compared. */
function servers(before: ComparedRun, after: ComparedRun): RunDifference[] {
  const earlier = exchangersOf(before);
  return [...exchangersOf(after)].flatMap(([domain, names]) => {
    const was = earlier.get(domain);
    if (!was) return [];
    return [
      ...only(names, was).map((host) => difference('serverAdded', { host, params: { domain } })),
      ...only(was, names).map((host) => difference('serverRemoved', { host, params: { domain } })),
    ];
  });
}

/** The servers of each domain whose records were found. */
const exchangersOf = ({ stages }: ComparedRun): Map<string, string[]> =>
  new Map(
    stages.flatMap(({ stage, host, exchangers }): [string, string[]][] =>
      stage === 'mx' && exchangers ? [[host, exchangers.map(({ name }) => name)]] : [],
    ),
  );

const only = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set(some.filter((each) => !others.includes(each))),
];

const difference = (
  code: RunDifference['code'],
  rest: Omit<RunDifference, 'code' | 'tone'>,
): RunDifference => ({ code, tone: 'neutral', ...rest });
