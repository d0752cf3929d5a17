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
  /** False where nothing was entered that is not stored: only the way through the steps, or a validation. */
  typed?: boolean;
}>;

/** Where one wizard's input is kept. */
export type KeptPlace<Input extends WizardInput> = Readonly<{
  /** Undefined where there is none, or it has not today's shape. */
  read: () => Input | undefined;
  keep: (input: Input) => void;
  forget: () => void;
}>;

/** For each list an empty box. */
export const nothingTyped = () =>
  Object.fromEntries(LIST_FIELDS.map((field) => [field, ''])) as Record<ListField, string>;

export const freshInput = (): WizardInput => ({
  draft: emptyDraft(),
  pending: nothingTyped(),
  visited: ['scenario'],
});

/** The place called `name`, for input that has at least what `model` has. */
export function keptPlace<Input extends WizardInput>(name: string, model: Input): KeptPlace<Input> {
  const key = `mailspan.wizard.${name}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return sameShape(kept, model) ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (input) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(input));
      } catch {
        // A browser that keeps nothing still lets the wizard be used.
      }
    },
    forget: () => sessionStorage.removeItem(key),
  };
}

/** Kept by an earlier release, or changed by hand: a field of another type would break the form. */
function sameShape<Input extends WizardInput>(kept: unknown, model: Input): kept is Input {
  const steps: readonly unknown[] = STEP_IDS;
  return alike(kept, model) && (kept as Input).visited.every((id) => steps.includes(id));
}

function alike(value: unknown, example: unknown): boolean {
  if (typeof example !== 'object' || example === null) return typeof value === typeof example;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(example))
    return false;
  if (Array.isArray(example)) return true;
  const held = value as Record<string, unknown>;
  return Object.entries(example).every(([name, part]) => alike(held[name], part));
}

/** True where `input` holds something that `saved` does not: leaving would lose it. */
export const differs = (input: WizardInput, saved: WizardInput): boolean =>
  JSON.stringify([input.draft, input.pending]) !== JSON.stringify([saved.draft, saved.pending]);
