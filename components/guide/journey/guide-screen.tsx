'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useSetupAction } from '@/components/setup/use-setup-action';
import { CommandNotice } from '@/components/ui/command-notice';
import { PageHeader } from '@/components/ui/page-header';
import type { GuideView } from '@/lib/mailflow/guide/guide-view';
import type { GuideScenario, GuideStepId } from '@/lib/mailflow/guide/journey';
import { guideWords } from '@/lib/words/guide-words';
import type { GuideActions } from './guide-actions';
import { GuideJourney } from './guide-journey';
import { ScenarioChoice } from './scenario-choice';
import { showStep } from './step-anchor';
import { useOpenInPrint } from './use-open-in-print';

const useStyles = makeStyles({ page: { minWidth: '0' } });

type GuideScreenProps = Readonly<{
  view: GuideView;
  /** The step that the address names. */
  step: GuideStepId | undefined;
  actions: GuideActions;
}>;

/** Set-up guide. */
export function GuideScreen({ view, step, actions }: GuideScreenProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens');
  const words = guideWords(useTranslations('guide'));
  const { run, busy, notice, setNotice } = useSetupAction();
  const [choosing, setChoosing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { scenario } = view;
  useOpenInPrint(place);
  useEffect(() => {
    if (step) showStep(step);
  }, [step]);
  const reason = view.mayEdit ? undefined : t('reason');
  const choose = async (chosen: GuideScenario) => {
    const said = t('choice.saved', { scenario: words.scenario(chosen).title });
    await run(
      () => actions.choose({ scenario: chosen }),
      () => ({ intent: 'success', text: said }),
    );
    setChoosing(false);
  };
  return (
    <div ref={place} className={styles.page}>
      <PageHeader
        title={t('title')}
        description={scenario ? words.scenario(scenario).title : t('description')}
      />
      {scenario === undefined ? (
        <>
          <CommandNotice notice={notice} covered={false} onDismiss={() => setNotice(undefined)} />
          <ScenarioChoice
            current={undefined}
            reason={reason}
            busy={busy}
            onChoose={(one) => void choose(one)}
          />
        </>
      ) : (
        <GuideJourney
          view={view}
          scenario={scenario}
          step={step}
          actions={actions}
          reason={reason}
          command={{ run, busy, notice, setNotice }}
          choosing={choosing}
          onChoosing={setChoosing}
          onChoose={(one) => void choose(one)}
        />
      )}
    </div>
  );
}
