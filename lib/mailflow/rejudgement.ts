// A verdict that was recorded, against what today's rules make of the same facts. Refuses a record that it can't read:
// one whose codes have no words any more.
import type { ValidationOutcome } from './health';
import type { TaskState, ValidationTask, Verdict, VerdictFinding } from './verdict';
import { VERDICT_WEIGHTS } from './verdict-codes';

/** What today's rules say otherwise: another outcome, other states of tasks, findings more or fewer. */
export type Rejudgement = Readonly<{
  outcome: ValidationOutcome;
  /** The tasks that end in another state today, and how they ended then. */
  tasks: readonly Readonly<{ task: ValidationTask; recorded: TaskState }>[];
  added: readonly VerdictFinding[];
  dropped: readonly VerdictFinding[];
}>;

/** The verdict that a run's row holds; undefined where there is none that this version has words for. */
export function readVerdict(stored: unknown): Verdict | undefined {
  const { outcome, tasks } = (stored ?? {}) as Partial<Verdict>;
  if (!outcome || !Array.isArray(tasks)) return undefined;
  const isKnown = tasks.every(
    (task: Partial<ValidationTask> | null) =>
      Array.isArray(task?.findings) &&
      task.findings.every(({ code }) => Object.hasOwn(VERDICT_WEIGHTS, code)),
  );
  return isKnown ? { outcome, tasks } : undefined;
}

/** How `today` differs from `recorded`; undefined where it says the same. Numbers inside sentences don't count. */
export function rejudgement(recorded: Verdict, today: Verdict): Rejudgement | undefined {
  const before = new Map(recorded.tasks.map((task) => [taskOf(task), task.state]));
  const tasks = today.tasks.flatMap((task) => {
    const state = before.get(taskOf(task));
    return state === undefined || state === task.state ? [] : [{ task, recorded: state }];
  });
  const added = missingFrom(recorded, today);
  const dropped = missingFrom(today, recorded);
  const isSame = recorded.outcome === today.outcome && tasks.length + added.length + dropped.length === 0;
  return isSame ? undefined : { outcome: today.outcome, tasks, added, dropped };
}

const taskOf = ({ kind, host, recipient }: ValidationTask): string => JSON.stringify([kind, host, recipient]);

const findingsOf = ({ tasks }: Verdict): VerdictFinding[] => tasks.flatMap(({ findings }) => findings);

function missingFrom(verdict: Verdict, other: Verdict): VerdictFinding[] {
  const there = new Set(findingsOf(verdict).map(findingOf));
  return findingsOf(other).filter((finding) => !there.has(findingOf(finding)));
}

const findingOf = ({ code, severity, stage, host, address, recipient }: VerdictFinding): string =>
  JSON.stringify([code, severity, stage, host, address, recipient]);
