// A draft worth saving and the finished validation behind it, for the tests of saving.

import type { Store } from '../data/store';
import { claimRun, finishRun } from '../data/validation-queue';
import { insertRun } from '../data/validation-runs';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { fingerprint, planOfDraft } from '../mailflow/fingerprint';
import type { ValidationOutcome } from '../mailflow/health';
import type { OperationContext } from './context';
import { createConnector } from './create-connector';
import { valueIn } from './people-for-tests';

export const draftOf = (given: Partial<ConnectorDraft> = {}): ConnectorDraft => ({
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'Contoso to Fabrikam',
  scope: 'acceptedDomains',
  delivery: 'smartHosts',
  smartHosts: ['mail.contoso.com'],
  validationRecipients: ['ada@contoso.com'],
  ...given,
});

/** What a partner's mail is known by, and held to. */
export const inboundDraftOf = (given: Partial<ConnectorDraft> = {}): ConnectorDraft => ({
  ...emptyDraft(),
  from: 'partner',
  to: 'office365',
  name: 'From Fabrikam',
  retainInternalHeaders: false,
  identifiedBy: 'senderDomains',
  senderDomains: ['fabrikam.com'],
  rejectWithoutTls: true,
  ...given,
});

/** Creates the connector that `draft` describes, on a validation that passed where it takes one; answers its id. */
export async function created(context: OperationContext, draft: ConnectorDraft): Promise<string> {
  const runId = planOfDraft(draft) ? await validated(context, draft, 'passed') : undefined;
  const input = { draft, acknowledgeFailure: false, ...(runId && { runId }) };
  return valueIn(await createConnector(context, input)).id;
}

/** Validates `draft`, as a worker that probes nothing; without an outcome the run stays in the queue. */
export async function validated(
  { store, now }: Readonly<{ store: Store; now: () => Date }>,
  draft: ConnectorDraft,
  outcome?: ValidationOutcome,
): Promise<string> {
  const plan = planOfDraft(draft);
  if (!plan) throw new Error('This draft can not be validated.');
  const id = await insertRun(store, {
    fingerprint: fingerprint(plan),
    plan,
    requestedById: 'ada',
    requestedByName: 'Ada',
    requestedAt: now(),
  });
  if (!outcome) return id;
  await claimRun(store, { owner: 'test', now: now(), leaseMs: 60_000 });
  const ended = await finishRun(store, id, 'test', { outcome, verdict: { outcome }, facts: {}, now: now() });
  if (!ended) throw new Error('The run of this test was not ended.');
  return id;
}
