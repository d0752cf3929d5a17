// Removes a transport rule, and answers what it was: creating it again at its place undoes the removal.
import { z } from 'zod';
import { findTransportRule, removeTransportRule as removeRow } from '../data/transport-rules';
import { fromRule, type RuleDraft } from '../mailflow/transport-rule-draft';
import { allowed, type OperationContext } from './context';
import { auditMailSetup } from './mail-setup-audit';
import { done, type Outcome, problem } from './outcome';
import { ruleId } from './save-transport-rule';

export const removeTransportRuleInput = z.strictObject({ id: ruleId });

export type RemovedRule = Readonly<{ draft: RuleDraft; priority: number }>;

/** Problem: notFound. */
export async function removeTransportRule(
  context: OperationContext,
  { id }: z.output<typeof removeTransportRuleInput>,
): Promise<Outcome<RemovedRule>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<RemovedRule>> => {
    const stored = await findTransportRule(tx, id);
    if (!stored) return problem({ kind: 'notFound' });
    const { rule } = stored;
    await removeRow(tx, id);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'transportRule.removed',
      subject: { id, name: rule.name },
      details: { rule },
    });
    return done({ draft: fromRule(rule), priority: rule.priority });
  });
}
