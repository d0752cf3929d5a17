'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useLeaveGuard } from '@/components/wizard/use-leave-guard';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import type { ConnectorStep, StepId } from '@/lib/mailflow/connector-steps';
import { useDraftImpact } from '../setup/use-impact';
import { differs, type KeptPlace, type WizardInput } from './kept-input';
import type { CheckName } from './use-name-taken';
import { type EarlierValidation, useNewValidation, type ValidationActions } from './use-new-validation';
import { useWizardForm } from './use-wizard-form';
import { useWizardSteps } from './use-wizard-steps';

export type DraftActions = ValidationActions & Readonly<{ checkName: CheckName }>;

/** What one use of the wizard has of its own. `Input` may keep more than every wizard does. */
export type WizardErrand<Input extends WizardInput> = Readonly<{
  initial: Input;
  /** What is there without this input: the fresh form, or what is stored. */
  saved: WizardInput;
  place: KeptPlace<Input>;
  actions: DraftActions;
  /** The connector that is edited; without it the draft is a new one's. */
  connectorId?: string;
  stepsOf: (draft: ConnectorDraft) => readonly ConnectorStep[];
  /** The step to begin with; without one, the first. */
  firstStep?: StepId | undefined;
  /** True where it takes the place of another one on the same page, and of its focus. */
  reopened?: boolean | undefined;
  earlier?: EarlierValidation | undefined;
  /** What this wizard keeps beside the draft. */
  more: Omit<Input, keyof WizardInput> & Pick<WizardInput, 'acknowledgedRunId'>;
}>;

/** The state of a wizard over a connector's draft: entered, reviewed, validated, kept, and guarded against leaving. */
export function useConnectorWizard<Input extends WizardInput>(errand: WizardErrand<Input>) {
  const { initial, saved, place, actions, connectorId, stepsOf, firstStep, reopened, earlier, more } = errand;
  const { form, findings } = useWizardForm(initial, actions.checkName);
  const { draft, pending } = form;
  const steps = useWizardSteps(stepsOf(draft), initial.visited, firstStep, reopened);
  const impact = useDraftImpact(draft, connectorId);
  const validation = useNewValidation(draft, actions, initial.runId, earlier);

  const { visited } = steps;
  const { runId } = validation;
  const input = { draft, pending, visited, ...(runId && { runId }), ...more } as Input;
  const [left, setLeft] = useState(false);
  const unsaved = differs(input, saved) && !left;
  const now = JSON.stringify({ ...input, typed: unsaved });
  const [begun] = useState(now);
  useEffect(() => {
    if ((unsaved || now !== begun) && !left) place.keep(JSON.parse(now));
  }, [now, begun, unsaved, left, place]);
  const guard = useLeaveGuard(unsaved);
  const [isRestored] = useState(unsaved);

  return {
    ...steps,
    form,
    draft,
    findings,
    validation,
    /** What the draft would do to the whole set-up. */
    impact,
    input,
    unsaved,
    /** True until the first step change where earlier input was found. */
    isRestored: isRestored && unsaved && !steps.moved,
    guard,
    leaveTo: useLeaveTo(() => {
      guard.stay();
      setLeft(true);
      place.forget();
    }),
  };
}

export type Wizard = ReturnType<typeof useConnectorWizard>;

/** Leads away for good, once the question whether to leave is off the screen. */
function useLeaveTo(onLeave: () => void) {
  const router = useRouter();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    // Only once the dialog is gone: a page that goes with an open dialog leaves the next one hidden from screen readers.
    if (address === undefined) return;
    const timer = setTimeout(() => router.push(address), 50);
    return () => clearTimeout(timer);
  }, [address, router]);
  return (to: string) => {
    onLeave();
    setAddress(to);
  };
}
