// The connector that a draft will be, for looking at it within a set-up before all its steps are done.
import type { Connector } from './connector';
import type { ConnectorDraft } from './connector-draft';
import { reviewDraft } from './connector-rules';
import { type StepId, stepOfField } from './connector-steps';
import { toConnector } from './draft-to-connector';

/** What stands in for a step that is open: it leads mail nowhere and demands nothing that another connector could lack. */
const STAND_INS: Partial<Record<StepId, Partial<ConnectorDraft>>> = {
  routing: { delivery: 'smartHosts', smartHosts: ['open.invalid'] },
  security: { tlsRequired: false },
  restrictions: { rejectWithoutTls: true, rejectOtherCertificates: false, rejectOtherAddresses: false },
};

/** `open`: the steps of which nothing is to be said yet. */
export type DraftInSetup = Readonly<{ connector: Connector; open: ReadonlySet<StepId> }>;

/** Undefined while the draft does not say yet whose mail it is about. */
export function draftInSetup(draft: ConnectorDraft): DraftInSetup | undefined {
  const wrong = reviewDraft(draft).filter(({ severity }) => severity === 'error');
  const steps = wrong.flatMap(({ field }) => stepOfField(draft, field ?? '')?.id ?? []);
  const open = new Set(steps.filter((step) => STAND_INS[step]));
  const filled = Object.assign({ ...draft }, ...[...open].map((step) => STAND_INS[step]));
  const connector = toConnector(filled);
  return connector && { connector, open };
}
