// Ends a validation that waits or runs. Refuses those of other people, except to admins.
import { z } from 'zod';
import { may } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import { type CancelAnswer, findRun, requestCancel } from '../data/validation-runs';
import { formatSmartHost } from '../mailflow/smart-host';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

export const cancelValidationInput = z.strictObject({ id: z.string().min(1).max(100) });

/**
 * Asks for the end of a run; a running one stops within about a second. `tooLate` where it has ended already.
 * Problems: `notFound`, `forbidden` where somebody else asked for the run.
 */
export async function cancelValidation(
  context: OperationContext,
  { id }: z.output<typeof cancelValidationInput>,
): Promise<Outcome<CancelAnswer>> {
  const asked = allowed(context, 'validation:run');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const run = await findRun(context.store, id);
  if (!run) return problem({ kind: 'notFound' });
  if (run.requestedById !== actor.userId && !may(actor.role, 'validation:runUnsaved'))
    return problem({ kind: 'forbidden', permission: 'validation:runUnsaved' });
  return context.store.write(async (tx) => {
    const answer = await requestCancel(tx, id, context.now());
    if (answer === 'tooLate') return done(answer);
    await appendAudit(tx, {
      at: context.now(),
      actorId: actor.userId,
      actorName: actor.name,
      action: 'validation.cancelled',
      subjectKind: 'validationRun',
      subjectId: id,
      details: { hosts: run.plan.hosts.map(formatSmartHost) },
      ...(context.remoteAddress && { remoteAddress: context.remoteAddress }),
    });
    return done(answer);
  });
}
