'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { type StepId, visibleSteps } from '@/lib/mailflow/connector-steps';
import type { Outcome, Problem } from '@/lib/operations/outcome';
import { nameKey } from './use-name-taken';
import { stepWith } from './use-wizard-form';

type CreateInput = Readonly<{ draft: ConnectorDraft; runId?: string; acknowledgeFailure: boolean }>;
export type CreateConnector = (input: unknown) => Promise<Outcome<{ id: string }>>;

type Answers = Readonly<{ onCreated: (id: string) => void; onStep: (step: StepId) => void }>;

/** Saves; where the console refuses, leads to the step whose field is wrong with everything still typed. */
export function useCreateConnector(createConnector: CreateConnector, { onCreated, onStep }: Answers) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | 'failed'>();
  const { mutate, isPending } = useMutation({
    mutationFn: (input: CreateInput) => createConnector(input),
    onMutate: () => setProblem(undefined),
    onError: () => setProblem('failed'),
    onSuccess: (answer, { draft }) => {
      if (answer.ok) return onCreated(answer.value.id);
      setProblem(answer.problem);
      if (answer.problem.kind === 'conflict') return onStep('validation');
      if (answer.problem.kind !== 'invalid') return;
      const { findings } = answer.problem;
      if (findings.some(({ code }) => code === 'name.taken')) queries.setQueryData(nameKey(draft.name), true);
      const step = stepWith(visibleSteps(draft), findings);
      if (step) onStep(step.id);
    },
  });
  return { create: mutate, creating: isPending, problem };
}
