// How a finding of a verdict is made and weighed.
import type { FindingParams, Severity } from './finding';
import type { Observation, Reply } from './observation';
import type { TaskState, VerdictFinding } from './verdict';
import { VERDICT_WEIGHTS, type VerdictCode, type Weight } from './verdict-codes';

/** What an observation shows, before it is bound to its place. `matters` is false where the connector doesn't mind. */
export type Note = Readonly<{ code: VerdictCode; params?: FindingParams; matters?: boolean }>;

const SEVERITIES: Record<Weight, Severity> = {
  fails: 'error',
  uncertain: 'warning',
  warns: 'warning',
  informs: 'info',
};

/** The finding of `note` at the place of `observation`. What doesn't matter weighs `info`, and its words say so. */
export function toFinding({ code, params, matters = true }: Note, observation: Observation): VerdictFinding {
  const { stage, host, address, recipient } = observation;
  const said = { ...params, ...(!matters && { matters: 'no' }) };
  return {
    code,
    severity: matters ? SEVERITIES[VERDICT_WEIGHTS[code]] : 'info',
    stage,
    host,
    ...(address !== undefined && { address }),
    ...(recipient !== undefined && { recipient }),
    ...(Object.keys(said).length > 0 && { params: said }),
  };
}

/** The state that `findings` leave a task in: the worst of them decides. */
export function stateOf(findings: readonly VerdictFinding[]): Exclude<TaskState, 'notRun'> {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  if (findings.some(isUncertain)) return 'inconclusive';
  return findings.some(({ spare }) => spare) ? 'warned' : 'succeeded';
}

const isUncertain = ({ code, severity, spare }: VerdictFinding): boolean =>
  severity === 'warning' && VERDICT_WEIGHTS[code] === 'uncertain' && !spare;

/** The finding as a mere warning, where it weighed more: mail does not depend on that server. */
export const toSpare = (finding: VerdictFinding): VerdictFinding =>
  finding.severity === 'error' || isUncertain(finding)
    ? { ...finding, severity: 'warning', spare: true }
    : finding;

const REPLY_SHOWN = 300;

/** A reply as one line of text. Its lines carry the enhanced code already. */
export const replyText = ({ code, lines }: Reply): string =>
  `${code} ${lines.join(' ')}`.trim().slice(0, REPLY_SHOWN);
