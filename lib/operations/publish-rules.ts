// What a publish rests on, apart from the store: which validation counts, and what may not change. Pure.
import type { ValidationRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import type { ConnectorDraft } from '../mailflow/connector-draft';
import { fromConnector } from '../mailflow/draft-to-connector';
import { fingerprintOf, planOf } from '../mailflow/fingerprint';
import type { ValidationOutcome } from '../mailflow/health';

/** A run, as far as it can stand behind settings. */
export type EvidenceRun = Pick<
  ValidationRun,
  'id' | 'fingerprint' | 'requestedAt' | 'state' | 'outcome' | 'finishedAt'
>;
export type FinishedRun = EvidenceRun & Readonly<{ outcome: ValidationOutcome; finishedAt: Date }>;

/** `run` tested exactly these settings; where a passed one was needed and is not there, `reason` says why all the same. */
export type Evidence = Readonly<{ run?: FinishedRun; reason?: string }>;

/**
 * What `connector` may be published on, or undefined where a validation or a reason is needed. The newest run of
 * exactly these settings that proved something counts; `notBefore` refuses those requested earlier. Turned off, and inbound, a
 * connector needs none.
 */
export function evidenceFor(
  connector: Connector,
  given: Readonly<{
    runs: readonly (EvidenceRun | undefined)[];
    reason?: string | undefined;
    notBefore?: Date | undefined;
  }>,
): Evidence | undefined {
  const fingerprint = fingerprintOf(connector);
  const counting = given.runs.flatMap((run): FinishedRun[] => {
    if (fingerprint === '') return [];
    const isEarly = given.notBefore && run && run.requestedAt < given.notBefore;
    return run && isFinished(run) && !isEarly && run.fingerprint === fingerprint ? [run] : [];
  });
  // What passed once and has failed since stands behind nothing; what proved nothing does not count against a pass.
  counting.sort((one, other) => other.finishedAt.getTime() - one.finishedAt.getTime());
  const run = counting.find(({ outcome }) => outcome !== 'inconclusive') ?? counting[0];
  if (run?.outcome === 'passed') return { run };
  const reason = given.reason?.trim();
  if (reason) return { reason, ...(run && { run }) };
  const isNeeded = connector.enabled && planOf(connector) !== undefined;
  if (isNeeded) return undefined;
  return run ? { run } : {};
}

export const isFinished = (run: EvidenceRun): run is FinishedRun =>
  run.state === 'finished' && run.outcome !== undefined && run.finishedAt !== undefined;

/** True where the draft names other ends than the connector has: from and to never change. */
export function isOtherScenario(connector: Connector, { from, to }: ConnectorDraft): boolean {
  const { from: ownFrom, to: ownTo } = fromConnector(connector);
  return from !== ownFrom || to !== ownTo;
}
