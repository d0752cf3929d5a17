'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { visibleSteps } from '@/lib/mailflow/connector-steps';
import type { Problem } from '@/lib/operations/outcome';
import { connectorPath } from '../connector-paths';
import { nameKey } from '../wizard/use-name-taken';
import { stepWith } from '../wizard/use-wizard-form';
import type { EditActions } from './edit-actions';
import type { Edit } from './use-edit';

/** Puts the edit in force. Where another version came first, leads to the merge; where a field is wrong, to its step. */
export function usePublish(edit: Edit, actions: EditActions) {
  const { view, origin, words, wizard } = edit;
  const { connectorId } = view;
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | 'failed'>();
  const input = () => {
    const { baseVersion, revision, restoredFrom } = origin;
    const [note, reason] = [words.note.trim(), words.reason.trim()];
    const { runId } = wizard.validation;
    return {
      connectorId,
      baseVersion,
      draft: wizard.draft,
      ...(note && { note }),
      ...(edit.isUnproven && reason && { reason }),
      ...(runId && { runId }),
      ...(revision && { revision }),
      ...(restoredFrom && { restoredFrom }),
    };
  };
  const onRefused = async (refusal: Problem) => {
    if (refusal.kind === 'conflict' && refusal.code === 'versionMoved') {
      const now = await actions.editing({ connectorId });
      if (!now.ok) return setProblem(now.problem);
      edit.setView(now.value);
      return wizard.show('merge');
    }
    setProblem(refusal);
    if (refusal.kind === 'conflict' && refusal.code === 'validationNeeded') wizard.validation.forget();
    if (refusal.kind !== 'invalid') return;
    const { findings } = refusal;
    const { draft } = wizard;
    if (findings.some(({ code }) => code === 'name.taken')) queries.setQueryData(nameKey(draft.name), true);
    const step = stepWith(visibleSteps(draft), findings);
    if (step) wizard.go(step.id);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const answer = await actions.publishConnector(input());
      if (!answer.ok) await onRefused(answer.problem);
      return answer;
    },
    onMutate: () => setProblem(undefined),
    onError: () => setProblem('failed'),
    onSuccess: (answer) => {
      if (!answer.ok) return;
      void queries.invalidateQueries();
      wizard.leaveTo(`${connectorPath(connectorId)}&published=${answer.value.version}`);
    },
  });
  return { publish: () => mutate(), publishing: isPending, problem };
}
