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
  /** When it is worth trying again, in ISO 8601 UTC; absent where a later try would show the same. */
  retryAt?: string;
  /** What Exchange Online says in its message trace where it meets this: `450 4.4.315`. */
  exchangeReply?: string;
  /** Mail finds its way without this server, so that what would fail the task is a warning. */
  spare?: true;
}>;

/** `warned`: it went wrong where mail does not depend on it. `notRun`: something before it failed, so it was never tried. */
export type TaskState = 'succeeded' | 'warned' | 'failed' | 'inconclusive' | 'notRun';

/**
 * A row of EAC's task list: "Check connectivity to …" for each host, "Send test email" for each host and mailbox. Where
 * MX decides: "Find the mail servers of …" for each domain, connectivity for each of them, a test e-mail for each mailbox.
 * Where the plan asks for it, "Check what … accepts and refuses" for each server.
 */
export type ValidationTask = Readonly<{
  kind: 'mailServers' | 'connectivity' | 'testEmail' | 'refusals';
  /** The server, or the domain where the task is not about one of its servers alone. */
  host: string;
  recipient?: string;
  /** The domain whose MX decides; absent for smart hosts. A server of several domains stands with the first. */
  domain?: string;
  /** The server's preference for `domain`. */
  preference?: number;
  /** A test e-mail by MX: the servers that may take it, most preferred first; none before they are known. */
  servers?: readonly string[];
  state: TaskState;
  findings: readonly VerdictFinding[];
}>;

export type Verdict = Readonly<{ outcome: ValidationOutcome; tasks: readonly ValidationTask[] }>;
