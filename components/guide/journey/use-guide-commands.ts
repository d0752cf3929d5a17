// What people do with the journey: check, confirm, take back. Each says what came of it.
import { useTranslations } from 'next-intl';
import type { Answer, useSetupAction } from '@/components/setup/use-setup-action';
import type { GuideStepView, GuideView } from '@/lib/mailflow/guide/guide-view';
import type { GuideStepId } from '@/lib/mailflow/guide/journey';
import type { Outcome } from '@/lib/operations/outcome';
import type { GuideCheck } from './check-batches';
import type { GuideActions } from './guide-actions';
import { useGuideChecks } from './use-guide-checks';

/** A step, and the domain or server of it that is meant. */
export type Asked = Readonly<{ step: GuideStepView; subject: string | undefined }>;

export function useGuideCommands(
  view: GuideView,
  actions: GuideActions,
  { run }: ReturnType<typeof useSetupAction>,
  titleOf: (step: GuideStepId) => string,
) {
  const t = useTranslations('guideScreens');
  const checks = useGuideChecks(view, actions.check);
  return {
    checks,
    check: (all: readonly GuideCheck[]) =>
      run(
        async () => outcomeOf(await checks.run(all)),
        (refused) => {
          if (refused > 0) return { intent: 'warning', text: t('checks.refused', { count: refused }) };
          const asksServers = all.some(({ servers }) => servers);
          return { intent: 'success', text: t(asksServers ? 'checks.asked' : 'checks.done') };
        },
      ),
    confirm: ({ step, subject }: Asked, note: string) =>
      run(
        () => actions.confirm({ ...ofStep(step, subject), ...(note !== '' && { note }) }),
        () => ({ intent: 'success', text: t('confirm.saved', { title: titleOf(step.id) }) }),
      ),
    withdraw: ({ step, subject }: Asked) =>
      run(
        () => actions.withdraw(ofStep(step, subject)),
        () => ({ intent: 'success', text: t('confirm.withdrawn', { title: titleOf(step.id) }) }),
      ),
  };
}

const ofStep = ({ id }: GuideStepView, subject: string | undefined) => ({
  step: id,
  ...(subject !== undefined && { subject }),
});

/** What threw stays a throw, which the notice tells as something unexpected. */
function outcomeOf<T>(answer: Answer<T>): Outcome<T> {
  if (answer.ok) return { ok: true, value: answer.value };
  if (answer.problem) return { ok: false, problem: answer.problem };
  throw new Error('The check did not come through.');
}
