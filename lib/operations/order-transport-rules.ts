// Puts the transport rules in another order. Refuses where somebody has changed the order, added or removed one since.
import { z } from 'zod';
import { listTransportRules, orderTransportRules as orderRows } from '../data/transport-rules';
import { allowed, type OperationContext } from './context';
import { auditMailSetup } from './mail-setup-audit';
import { conflict, done, type Outcome } from './outcome';
import { ruleId } from './save-transport-rule';

const ids = z.array(ruleId).min(1).max(5_000);
/** `seen` is the order that the caller had before it, `ids` the one that is wanted. */
export const orderTransportRulesInput = z.strictObject({ seen: ids, ids });

/** Problems: conflict setupMoved, conflict nothingChanged. */
export async function orderTransportRules(
  context: OperationContext,
  { seen, ids: wanted }: z.output<typeof orderTransportRulesInput>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<undefined>> => {
    const stored = await listTransportRules(tx);
    const names = new Map(stored.map(({ id, rule }) => [id, rule.name]));
    const before = [...names.keys()];
    if (before.join() !== seen.join() || [...wanted].sort().join() !== [...before].sort().join())
      return conflict('setupMoved');
    if (before.join() === wanted.join()) return conflict('nothingChanged');
    await orderRows(tx, wanted);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'transportRule.reordered',
      details: { before: [...names.values()], after: wanted.map((id) => names.get(id) ?? id) },
    });
    return done(undefined);
  });
}
