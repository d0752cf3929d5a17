// Shows one validation run to whoever may see validations, while it runs and afterwards.
import { findRun } from '../data/validation-runs';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { type ValidationRunView, viewRun } from './validation-run-view';

export type { ValidationRunView };

/** The run with `id` as of now. Problem: `notFound`. */
export async function findValidationRun(
  context: OperationContext,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<ValidationRunView>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const run = await findRun(context.store, id);
  if (!run) return problem({ kind: 'notFound' });
  return done(await viewRun(context.store, run, context.now()));
}
