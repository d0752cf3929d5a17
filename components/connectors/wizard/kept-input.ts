// What was entered into the wizard, kept in the browser's tab: a reload or a new sign-in loses nothing.
import { type ConnectorDraft, emptyDraft, LIST_FIELDS, type ListField } from '@/lib/mailflow/connector-draft';
import { STEP_IDS, type StepId } from '@/lib/mailflow/connector-steps';

/** Everything that a person would have to do again. `pending` is text typed into a list's box and not added. */
export type WizardInput = Readonly<{
  draft: ConnectorDraft;
  pending: Readonly<Record<ListField, string>>;
  visited: readonly StepId[];
  runId?: string;
  /** The run whose failure the admin accepts. */
  acknowledgedRunId?: string;
}>;

const KEY = 'mailspan.new-connector';

/** For each list an empty box. */
export const nothingTyped = () =>
  Object.fromEntries(LIST_FIELDS.map((field) => [field, ''])) as Record<ListField, string>;

export const freshInput = (): WizardInput => ({
  draft: emptyDraft(),
  pending: nothingTyped(),
  visited: ['scenario'],
});

/** The kept input, or a fresh one where there is none or it has not today's shape. */
export function readInput(): WizardInput {
  const fresh = freshInput();
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return sameShape(kept, fresh) ? kept : fresh;
  } catch {
    return fresh;
  }
}

/** Kept by an earlier release, or changed by hand: a field of another type would break the form. */
function sameShape(kept: unknown, fresh: WizardInput): kept is WizardInput {
  if (typeof kept !== 'object' || kept === null) return false;
  const { draft, pending, visited } = kept as Record<string, unknown>;
  const steps: readonly unknown[] = STEP_IDS;
  return (
    alike(draft, fresh.draft) &&
    alike(pending, fresh.pending) &&
    Array.isArray(visited) &&
    visited.every((id) => steps.includes(id))
  );
}

function alike(value: unknown, model: object): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const held = value as Record<string, unknown>;
  return Object.entries(model).every(
    ([key, example]) =>
      typeof held[key] === typeof example && Array.isArray(held[key]) === Array.isArray(example),
  );
}

export function keepInput(input: WizardInput): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(input));
  } catch {
    // A browser that keeps nothing still lets the wizard be used.
  }
}

export function forgetInput(): void {
  sessionStorage.removeItem(KEY);
}

/** True where leaving would lose something. */
export const isUnsaved = ({ draft, pending }: WizardInput): boolean =>
  JSON.stringify({ draft, pending }) !==
  JSON.stringify({ draft: freshInput().draft, pending: freshInput().pending });
