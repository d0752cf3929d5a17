// What the audit log says of files of a tenant and of exports: each action's details in one place.
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import type { Tx } from '../data/store';
import type { PlanCounts } from '../exchange/plan-row';
import type { OperationContext } from './context';
import type { TakenCounts } from './import-view';

type OfFile = Readonly<{ fileName: string }>;

export type ExchangeAuditDetails = Readonly<{
  'exchange.read': OfFile & Readonly<{ counts: PlanCounts }>;
  'exchange.imported': OfFile & Readonly<{ counts: TakenCounts; count: number; note?: string }>;
  'exchange.importRemoved': OfFile & Readonly<{ createdAt: string }>;
  /** `connectors` by name, where not all were exported. */
  'exchange.exported': Readonly<{
    format: string;
    form: string;
    reverse: boolean;
    connectors?: readonly string[];
  }>;
}>;

export type ExchangeAction = keyof ExchangeAuditDetails;

/** Appends the entry in the transaction that does what it says. `subject` is the import, where there is one. */
export async function auditExchange<Action extends ExchangeAction>(
  tx: Tx,
  { remoteAddress }: OperationContext,
  {
    actor,
    at,
    action,
    subject,
    details,
  }: Readonly<{
    actor: Actor;
    at: Date;
    action: Action;
    subject?: Readonly<{ id: string; name: string }>;
    details: ExchangeAuditDetails[Action];
  }>,
): Promise<void> {
  await appendAudit(tx, {
    at,
    ...(actor.userId && { actorId: actor.userId }),
    actorName: actor.name,
    action,
    subjectKind: 'exchange',
    ...(subject && { subjectId: subject.id, subjectName: subject.name }),
    details,
    ...(remoteAddress && { remoteAddress }),
  });
}
