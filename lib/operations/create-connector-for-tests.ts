// A draft worth saving and the finished validation behind it, for the tests of saving.
import { claimRun, finishRun } from '../data/validation-queue';
import { insertRun } from '../data/validation-runs';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { fingerprint, planOfDraft } from '../mailflow/fingerprint';
import type { ValidationOutcome } from '../mailflow/health';
import type { TestConsole } from './people-for-tests';

export const draftOf = (given: Partial<ConnectorDraft> = {}): ConnectorDraft => ({
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'Contoso to Fabrikam',
  scope: 'acceptedDomains',
  smartHosts: ['mail.contoso.com'],
  validationRecipients: ['ada@contoso.com'],
  ...given,
});

/** Validates `draft`, as a worker that probes nothing; without an outcome the run stays in the queue. */
export async function validated(
  { store, now }: TestConsole,
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
