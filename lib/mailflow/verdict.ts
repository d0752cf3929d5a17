// What a validation's facts mean for the connector that was tested. Pure: the same facts give the same verdict.

import type { FindingParams, Severity } from './finding';
import type { ValidationOutcome } from './health';
import type { Stage } from './observation';
import type { VerdictCode } from './verdict-codes';

/**
 * What a validation noticed at one stage of one host. Its words and its remedy stand in messages under `verdicts`.
 * Without `address` it holds for all of the host's addresses. Params are plain text or numbers; `date` is ISO 8601 UTC.
 */
export type VerdictFinding = Readonly<{
  code: VerdictCode;
  severity: Severity;
  stage: Stage;
  host: string;
  address?: string;
  recipient?: string;
  params?: FindingParams;
}>;

/** `notRun`: something before it failed, so it was never tried. */
export type TaskState = 'succeeded' | 'failed' | 'inconclusive' | 'notRun';

/** A row of EAC's task list: "Check connectivity to …" for each host, "Send test email" for each host and mailbox. */
export type ValidationTask = Readonly<{
  kind: 'connectivity' | 'testEmail';
  host: string;
  recipient?: string;
  state: TaskState;
  findings: readonly VerdictFinding[];
}>;

export type Verdict = Readonly<{ outcome: ValidationOutcome; tasks: readonly ValidationTask[] }>;
