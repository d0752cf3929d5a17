// A person's word that a step of the guide is done, and taking it back. Refuses where the console itself has seen how it stands.
import type { z } from 'zod';
import { findScenario, removeMark, saveMark } from '../data/guide';
import { isStorable } from '../data/json';
import { GUIDE_STEPS } from '../mailflow/guide/journey';
import { allowed, type OperationContext } from './context';
import { guide, journeyOf } from './guide';
import { auditGuide } from './guide-audit';
import type { confirmStepInput, withdrawConfirmationInput } from './guide-input';
import { conflict, done, type Outcome, problem } from './outcome';

/** Problems: malformed; conflict guideNotBegun and notConfirmable; notFound where the journey has no such step or subject. */
export async function confirmStep(
  context: OperationContext,
  { step, subject, note }: z.output<typeof confirmStepInput>,
): Promise<Outcome<null>> {
  const asked = allowed(context, 'guide:edit');
  if (!asked.ok) return asked;
  const { actor } = asked;
  if (!isStorable({ subject, note })) return problem({ kind: 'malformed' });
  const ofDomain = GUIDE_STEPS[step].scope === 'domain' && subject !== undefined ? { domain: subject } : {};
  const shown = await guide(context, ofDomain);
  if (!shown.ok) return shown;
  const { scenario, parts } = shown.value;
  if (!scenario) return conflict('guideNotBegun');
  const subjects = parts.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.subjects ?? [];
  const found = subjects.find((one) => one.subject === subject);
  if (!found) return problem({ kind: 'notFound' });
  if (!found.confirmable) return conflict('notConfirmable');
  return context.store.write(async (tx): Promise<Outcome<null>> => {
    const at = context.now();
    const key = { journey: journeyOf(scenario), step, subject: subject ?? '' };
    await saveMark(tx, key, { at, byId: actor.userId, byName: actor.name }, note || undefined);
    const details = { scenario, step, ...(note && { note }) };
    await auditGuide(tx, context, { actor, at, action: 'guide.confirmed', subject, details });
    return done(null);
  });
}

/** Problems: malformed; conflict guideNotBegun; notFound where nobody has confirmed it. */
export async function withdrawConfirmation(
  context: OperationContext,
  { step, subject }: z.output<typeof withdrawConfirmationInput>,
): Promise<Outcome<null>> {
  const asked = allowed(context, 'guide:edit');
  if (!asked.ok) return asked;
  const { actor } = asked;
  if (!isStorable({ subject })) return problem({ kind: 'malformed' });
  return context.store.write(async (tx): Promise<Outcome<null>> => {
    const scenario = await findScenario(tx);
    if (!scenario) return conflict('guideNotBegun');
    const key = { journey: journeyOf(scenario), step, subject: subject ?? '' };
    if (!(await removeMark(tx, key))) return problem({ kind: 'notFound' });
    const details = { scenario, step };
    await auditGuide(tx, context, { actor, at: context.now(), action: 'guide.withdrawn', subject, details });
    return done(null);
  });
}
