'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { replaceAddress } from '@/components/ui/address';
import type { EditingView } from '@/lib/operations/editing';
import type { Outcome, Problem } from '@/lib/operations/outcome';
import type { SavedDraft } from '@/lib/operations/save-draft';
import { CONNECTOR_QUERIES } from '../details/connector-query';
import { nothingTyped } from '../wizard/kept-input';
import type { EditActions } from './edit-actions';
import type { Discarded, EditSession } from './edit-connector';
import { storedEdit } from './edit-session';
import type { Edit } from './use-edit';

type StoredDraft = NonNullable<EditingView['draft']>;

const isDraftMoved = (answer: Outcome<unknown>) =>
  !answer.ok && answer.problem.kind === 'conflict' && answer.problem.code === 'draftMoved';

/** Save as draft, Discard draft and its Undo. Somebody else's draft is replaced only where that was chosen. */
export function useDraftCommands(
  edit: Edit,
  actions: EditActions,
  onRestart: (session: EditSession) => void,
) {
  const { view, setView, origin, wizard, place } = edit;
  const { connectorId } = view;
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | 'failed'>();
  const [savedAt, setSavedAt] = useState<string>();
  const [theirs, setTheirs] = useState<StoredDraft>();

  /** One command at a time; what it throws is told. */
  const during = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setSavedAt(undefined);
    try {
      await work();
    } catch {
      setProblem('failed');
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: [CONNECTOR_QUERIES] });
    }
  };

  /** The state of the server, after it turned out to be another one; undefined where that can't be had. */
  const lookAgain = async (): Promise<EditingView | undefined> => {
    const now = await actions.editing({ connectorId });
    if (now.ok) setView(now.value);
    else setProblem(now.problem);
    return now.ok ? now.value : undefined;
  };

  const onSaved = ({ revision, updatedAt }: SavedDraft, inForce: EditingView['inForce']) => {
    const { draft } = wizard;
    const { runId } = wizard.validation;
    place.forget();
    edit.setOrigin({ ...origin, revision });
    edit.setSaved({ draft, pending: nothingTyped(), visited: wizard.visited });
    const { restored: _, ...rest } = view;
    setView({
      ...rest,
      inForce,
      draft: {
        ...origin,
        draft,
        revision,
        updatedAt,
        authorId: '',
        authorName: '',
        mine: true,
        ...(runId && { runId }),
      },
    });
    // From here on it is the stored draft that is edited, also after a reload.
    const query = new URLSearchParams(window.location.search);
    query.delete('restore');
    if (wizard.current) query.set('step', wizard.current.id);
    replaceAddress(`${window.location.pathname}?${query}`);
    setSavedAt(updatedAt);
  };

  const store = (revision: number | null) => {
    const { baseVersion, restoredFrom } = origin;
    const { runId } = wizard.validation;
    return actions.saveDraft({
      connectorId,
      baseVersion,
      draft: wizard.draft,
      revision,
      ...(restoredFrom && { restoredFrom }),
      ...(runId && { runId }),
    });
  };
  const save = (over: number | null = origin.revision ?? null) =>
    during(async () => {
      setTheirs(undefined);
      let answer = await store(over);
      let { inForce } = view;
      if (isDraftMoved(answer)) {
        const now = await lookAgain();
        if (!now) return;
        if (now.draft) return setTheirs(now.draft);
        // It was discarded or published: there is nothing to replace.
        inForce = now.inForce;
        answer = await store(null);
      }
      if (answer.ok) onSaved(answer.value, inForce);
      else setProblem(answer.problem);
    });

  const discard = (draft: StoredDraft) =>
    during(async () => {
      const answer = await actions.discardDraft({ connectorId, revision: draft.revision });
      if (isDraftMoved(answer) && !(await lookAgain())) return;
      if (!answer.ok) return setProblem(answer.problem);
      place.forget();
      const { draft: _, restored: __, ...rest } = view;
      const saved = storedEdit(rest);
      onRestart({ view: rest, saved, initial: saved, discarded: { draft, input: wizard.input } });
    });

  const undo = ({ draft, input }: Discarded) =>
    during(async () => {
      const { baseVersion, restoredFrom, runId } = draft;
      const answer = await actions.saveDraft({
        connectorId,
        baseVersion,
        draft: draft.draft,
        revision: null,
        ...(restoredFrom && { restoredFrom }),
        ...(runId && { runId }),
      });
      if (!answer.ok) return setProblem(answer.problem);
      const again = { ...view, draft: { ...draft, ...answer.value, mine: true } };
      const { revision } = answer.value;
      const initial = { ...input, origin: { ...input.origin, revision } };
      onRestart({ view: again, saved: storedEdit(again), initial, reopened: true });
    });

  return { busy, problem, savedAt, theirs, closeQuestion: () => setTheirs(undefined), save, discard, undo };
}

export type DraftCommands = ReturnType<typeof useDraftCommands>;
