'use client';
import { useMemo, useState } from 'react';
import { changes } from '@/lib/mailflow/connector-changes';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import type { EditingView } from '@/lib/operations/editing';
import type { WizardInput } from '../wizard/kept-input';
import { useConnectorWizard } from '../wizard/use-connector-wizard';
import type { EditActions } from './edit-actions';
import type { EditSession } from './edit-connector';
import { editPlace, editSteps, hasMoved, type Origin, type Words } from './edit-session';

/** The state of one sitting: the wizard, and what is known of the server beside it. */
export function useEdit(session: EditSession, actions: EditActions) {
  const [view, setView] = useState<EditingView>(session.view);
  const [saved, setSaved] = useState<WizardInput>(session.saved);
  const [origin, setOrigin] = useState<Origin>(session.initial.origin);
  const { note, reason } = session.initial;
  const [words, setWords] = useState<Words>({ note, reason });
  const { connectorId } = view;
  const place = useMemo(() => editPlace(connectorId, origin), [connectorId, origin]);
  const isRestore = origin.restoredFrom !== undefined;
  const wizard = useConnectorWizard({
    initial: session.initial,
    saved,
    place,
    connectorId,
    actions: { ...actions, checkName: ({ name }) => actions.checkName({ name, connectorId }) },
    stepsOf: editSteps,
    reopened: session.reopened,
    firstStep: isRestore ? 'review' : undefined,
    // What a restored version once passed says nothing of today.
    earlier: isRestore ? undefined : view.lastValidation,
    more: { origin, ...words },
  });
  return {
    view,
    setView,
    saved,
    setSaved,
    origin,
    setOrigin,
    words,
    setWords,
    place,
    wizard,
    moved: hasMoved(view, origin),
    differences: changes(view.inForce.draft, wizard.draft),
    /** True where neither a validation that passed stands behind these settings nor none is needed. */
    isUnproven: isTested(wizard.draft) && wizard.validation.standing !== 'passed',
  };
}

/** Turned off, and inbound, a connector needs no validation. */
const isTested = (draft: ConnectorDraft): boolean =>
  draft.enabled && editSteps(draft).some(({ id }) => id === 'validation');

export type Edit = ReturnType<typeof useEdit>;
