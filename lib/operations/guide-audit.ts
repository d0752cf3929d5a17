// What the audit log says of the set-up guide: each action's details in one place.
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import type { Tx } from '../data/store';
import type { GuideScenario, GuideStepId } from '../mailflow/guide/journey';
import type { OperationContext } from './context';

type Marked = Readonly<{ scenario: GuideScenario; step: GuideStepId; note?: string }>;

export type GuideAuditDetails = Readonly<{
  'guide.scenarioChosen': Readonly<{ before?: GuideScenario; scenario: GuideScenario }>;
  'guide.confirmed': Marked;
  'guide.withdrawn': Marked;
  /** Asked for by a person; what an open page renews by itself leaves no entry. */
  'guide.checked': Readonly<{ domains: readonly string[]; runs: readonly string[] }>;
}>;

type Entry<Action extends keyof GuideAuditDetails> = Readonly<{
  actor: Actor;
  at: Date;
  action: Action;
  /** The domain or server that a confirmation is about. */
  subject?: string | undefined;
  details: GuideAuditDetails[Action];
}>;

/** Appends the entry in the transaction that does what it says. */
export async function auditGuide<Action extends keyof GuideAuditDetails>(
  tx: Tx,
  { remoteAddress }: OperationContext,
  { actor, at, action, subject, details }: Entry<Action>,
): Promise<void> {
  await appendAudit(tx, {
    at,
    actorId: actor.userId,
    actorName: actor.name,
    action,
    subjectKind: 'guide',
    ...(subject !== undefined && { subjectName: subject }),
    details,
    ...(remoteAddress && { remoteAddress }),
  });
}
