'use client';
import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/operations/outcome';
import { ProblemMessage } from '../wizard/problem-message';

/** Why an edit was not stored or published, and what to do. */
export function EditProblem({ problem }: Readonly<{ problem: Problem | 'failed' }>) {
  const t = useTranslations('editing.problems');
  const text = (): string | undefined => {
    if (problem === 'failed' || problem.kind === 'signedOut' || problem.kind === 'invalid') return undefined;
    if (problem.kind === 'notFound') return t('notFound');
    if (problem.kind === 'forbidden') return t('forbidden');
    if (problem.kind !== 'conflict') return undefined;
    switch (problem.code) {
      case 'draftMoved':
        return t('draftMoved');
      case 'nothingChanged':
        return t('nothingChanged');
      case 'validationNeeded':
        return t('validationNeeded');
      default:
        return t('conflict');
    }
  };
  return <ProblemMessage problem={problem} text={text()} />;
}
