// Chooses which journey the set-up guide is. What was confirmed before stays and counts again when its journey is chosen again.
import type { z } from 'zod';
import { findScenario, saveScenario } from '../data/guide';
import type { GuideScenario } from '../mailflow/guide/journey';
import { allowed, type OperationContext } from './context';
import { auditGuide } from './guide-audit';
import type { chooseScenarioInput } from './guide-input';
import { conflict, done, type Outcome } from './outcome';

/** Problem: nothingChanged. */
export async function chooseScenario(
  context: OperationContext,
  { scenario }: z.output<typeof chooseScenarioInput>,
): Promise<Outcome<GuideScenario>> {
  const asked = allowed(context, 'guide:edit');
  if (!asked.ok) return asked;
  const { actor } = asked;
  return context.store.write(async (tx): Promise<Outcome<GuideScenario>> => {
    const before = await findScenario(tx);
    if (before === scenario) return conflict('nothingChanged');
    const at = context.now();
    await saveScenario(tx, scenario, { at, byId: actor.userId, byName: actor.name });
    const details = { scenario, ...(before && { before }) };
    await auditGuide(tx, context, { actor, at, action: 'guide.scenarioChosen', details });
    return done(scenario);
  });
}
