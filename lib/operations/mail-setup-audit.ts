// What the audit log says of accepted domains and transport rules: each action's details in one place.
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import type { Tx } from '../data/store';
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { TransportRule } from '../mailflow/transport-rule';
import type { OperationContext } from './context';

type DomainChange = Readonly<{ before: AcceptedDomain; after: AcceptedDomain }>;

/** Each action's details, as the audit entry keeps them. */
export type MailSetupAuditDetails = Readonly<{
  'acceptedDomain.added': Readonly<{ count: number; domains: readonly AcceptedDomain[] }>;
  'acceptedDomain.changed': Readonly<{ count: number; changes: readonly DomainChange[] }>;
  'acceptedDomain.removed': Readonly<{ count: number; domains: readonly AcceptedDomain[] }>;
  'transportRule.created': Readonly<{ rule: TransportRule }>;
  /** Turning on and off too. */
  'transportRule.changed': Readonly<{ before: TransportRule; after: TransportRule }>;
  /** The names in their order, before and after. */
  'transportRule.reordered': Readonly<{ before: readonly string[]; after: readonly string[] }>;
  'transportRule.removed': Readonly<{ rule: TransportRule }>;
}>;

export type MailSetupAction = keyof MailSetupAuditDetails;

/** `subject` is absent where an entry is about several. */
export type MailSetupEntry<Action extends MailSetupAction> = Readonly<{
  actor: Actor;
  at: Date;
  action: Action;
  subject?: Readonly<{ id: string; name: string }> | undefined;
  details: MailSetupAuditDetails[Action];
}>;

/** Appends the entry in the transaction that does what it says. */
export async function auditMailSetup<Action extends MailSetupAction>(
  tx: Tx,
  { remoteAddress }: OperationContext,
  { actor, at, action, subject, details }: MailSetupEntry<Action>,
): Promise<void> {
  await appendAudit(tx, {
    at,
    ...(actor.userId && { actorId: actor.userId }),
    actorName: actor.name,
    action,
    subjectKind: action.startsWith('acceptedDomain') ? 'acceptedDomain' : 'transportRule',
    ...(subject && { subjectId: subject.id, subjectName: subject.name }),
    details,
    ...(remoteAddress && { remoteAddress }),
  });
}

/** One domain is the entry's subject; several are counted. */
export const domainSubject = (domains: readonly AcceptedDomain[]) => {
  const [only, ...others] = domains;
  return only && others.length === 0 ? { id: only.domain, name: only.domain } : undefined;
};
