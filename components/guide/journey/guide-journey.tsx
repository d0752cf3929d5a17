'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { useSetupAction } from '@/components/setup/use-setup-action';
import { CommandNotice } from '@/components/ui/command-notice';
import type { GuideView } from '@/lib/mailflow/guide/guide-view';
import type { GuideScenario, GuideStepId } from '@/lib/mailflow/guide/journey';
import { guideWords } from '@/lib/words/guide-words';
import { checksOf, checksOfAll } from './check-batches';
import { CheckLine } from './check-line';
import type { GuideActions } from './guide-actions';
import { GuideCommands } from './guide-commands';
import { GuideOverview } from './guide-overview';
import { GuidePart } from './guide-part';
import { GuideStep } from './guide-step';
import { PartRail } from './part-rail';
import { ScenarioChoice } from './scenario-choice';
import { StepBody } from './step-body';
import { type Asked, useGuideCommands } from './use-guide-commands';

const ConfirmStepDialog = lazy(() => import('./confirm-step-dialog'));

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 260px',
    columnGap: '40px',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  leftOut: { margin: '12px 0 0', color: tokens.colorNeutralForeground2 },
});

type GuideJourneyProps = Readonly<{
  view: GuideView;
  scenario: GuideScenario;
  step: GuideStepId | undefined;
  actions: GuideActions;
  /** Why nothing can be changed. */
  reason: string | undefined;
  command: ReturnType<typeof useSetupAction>;
  choosing: boolean;
  onChoosing: (choosing: boolean) => void;
  onChoose: (scenario: GuideScenario) => void;
}>;

/** The article's parts and steps as they stand. */
export function GuideJourney(props: GuideJourneyProps) {
  const { view, scenario, step: linked, actions, reason, command, choosing, onChoosing, onChoose } = props;
  const styles = useStyles();
  const t = useTranslations('guideScreens');
  const words = guideWords(useTranslations('guide'));
  const [asked, setAsked] = useState<Asked>();
  const { busy, notice, setNotice } = command;
  const titleOf = (id: GuideStepId): string => words.step(id, scenario).title;
  const { checks, check, confirm, withdraw } = useGuideCommands(view, actions, command, titleOf);
  return (
    <>
      <GuideCommands
        reason={reason}
        checking={busy || checks.progress !== undefined}
        choosing={choosing}
        onCheck={() => void check(checksOfAll(view, false))}
        onChoosing={() => onChoosing(!choosing)}
      />
      <CheckLine
        progress={checks.progress}
        running={view.running.length}
        checkedAt={view.checkedAt}
        nextAt={checks.nextAt}
      />
      <CommandNotice notice={notice} covered={asked !== undefined} onDismiss={() => setNotice(undefined)} />
      {choosing && <ScenarioChoice current={scenario} reason={reason} busy={busy} onChoose={onChoose} />}
      <div className={styles.columns}>
        <div>
          <GuideOverview progress={view.progress} titleOf={titleOf} />
          {view.domainsLeftOut > 0 && (
            <p className={styles.leftOut}>
              {t('domainsLeftOut', { shown: view.domains.length, count: view.domainsLeftOut })}
            </p>
          )}
          {view.connectorsLeftOut > 0 && (
            <p className={styles.leftOut}>{t('connectorsLeftOut', { count: view.connectorsLeftOut })}</p>
          )}
          {view.parts.map((part) => (
            <GuidePart key={part.id} part={part} scenario={scenario}>
              {part.steps.map((step) => (
                <GuideStep
                  key={step.id}
                  step={step}
                  scenario={scenario}
                  open={step.id === linked || step.id === view.progress.next || step.state === 'failing'}
                >
                  <StepBody
                    step={step}
                    title={titleOf(step.id)}
                    reason={reason}
                    busy={busy}
                    onCheck={() => void check(checksOf(step))}
                    onConfirm={({ subject }) => setAsked({ step, subject })}
                    onWithdraw={({ subject }) => void withdraw({ step, subject })}
                  />
                </GuideStep>
              ))}
            </GuidePart>
          ))}
        </div>
        <PartRail parts={view.parts} />
      </div>
      {asked && (
        <Suspense fallback={null}>
          <ConfirmStepDialog
            title={titleOf(asked.step.id)}
            subject={asked.subject}
            onConfirm={(note) => {
              setAsked(undefined);
              void confirm(asked, note);
            }}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
