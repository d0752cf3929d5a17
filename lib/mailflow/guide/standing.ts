// Makes a step's state of its evidence: the gravest piece decides. What nobody answered never makes a step fail.
import type { FindingParams } from '../finding';
import type { Failure } from '../observation';
import type { GuideEvidenceCode, GuideRemedyCode } from './guide-codes';
import type {
  EvidenceLevel,
  GuideEvidence,
  GuideRemedy,
  GuideState,
  GuideWay,
  StepState,
} from './step-state';

export const said = (
  level: EvidenceLevel,
  code: GuideEvidenceCode,
  params?: FindingParams,
): GuideEvidence => ({
  kind: 'said',
  level,
  code,
  ...(params && { params }),
});

export const remedy = (code: GuideRemedyCode, params?: FindingParams): GuideRemedy => ({
  code,
  ...(params && { params }),
});

const STATE_OF: readonly (readonly [EvidenceLevel, GuideState])[] = [
  ['bad', 'failing'],
  ['unknown', 'couldNotCheck'],
  ['warning', 'warning'],
];

type Given = Readonly<{ remedies?: readonly GuideRemedy[]; way?: GuideWay; confirmable?: boolean }>;

/** The state that `evidence` comes to. A person may settle what the console could not find out. */
export function standing(evidence: readonly GuideEvidence[], given: Given = {}): StepState {
  const found = STATE_OF.find(([level]) => evidence.some((one) => one.level === level));
  return stateOf(found?.[1] ?? 'done', evidence, given);
}

/** `state`, whatever the evidence would come to. */
export function stateOf(
  state: GuideState,
  evidence: readonly GuideEvidence[],
  { remedies = [], way, confirmable = state === 'couldNotCheck' }: Given = {},
): StepState {
  const each = remedies.filter(
    ({ code }, index) => remedies.findIndex((other) => other.code === code) === index,
  );
  return { state, evidence, remedies: each, confirmable, ...(way && { way }) };
}

/** Nobody said: the name that was asked about, and how it ended. */
export function unanswered(name: string, failure: Failure): GuideEvidence {
  const isTimeout = ['dnsTimeout', 'timeout', 'deadline'].includes(failure.kind);
  if (failure.kind === 'budget') return said('unknown', 'notAskedAgain', { name });
  if (isTimeout) return said('unknown', 'dnsTimeout', { name });
  return said('unknown', 'dnsFailed', { name, detail: 'detail' in failure ? failure.detail : failure.kind });
}

/** What nobody has looked up yet. */
export const NOT_CHECKED: StepState = stateOf('toDo', [said('info', 'notChecked')], {
  remedies: [remedy('checkNow')],
});
