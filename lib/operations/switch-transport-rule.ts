// Turns a transport rule on or off.
import { z } from 'zod';
import { findTransportRule, switchTransportRule as switchRow } from '../data/transport-rules';
import { allowed, type OperationContext } from './context';
import { auditMailSetup } from './mail-setup-audit';
import { conflict, done, type Outcome, problem } from './outcome';
import { ruleId, type SavedRule } from './save-transport-rule';

export const switchTransportRuleInput = z.strictObject({ id: ruleId, enabled: z.boolean() });

/** Problems: notFound, conflict nothingChanged. */
export async function switchTransportRule(
  context: OperationContext,
  { id, enabled }: z.output<typeof switchTransportRuleInput>,
): Promise<Outcome<SavedRule>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<SavedRule>> => {
    const stored = await findTransportRule(tx, id);
    if (!stored) return problem({ kind: 'notFound' });
    const { rule } = stored;
    if (rule.enabled === enabled) return conflict('nothingChanged');
    await switchRow(tx, id, enabled);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'transportRule.changed',
      subject: { id, name: rule.name },
      details: { before: rule, after: { ...rule, enabled } },
    });
    return done({ id, name: rule.name });
  });
}
