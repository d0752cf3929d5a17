'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useEffect } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { preloadable } from '@/components/ui/preloadable';
import { StepHeading } from '@/components/wizard/step-heading';
import { WizardFooter } from '@/components/wizard/wizard-footer';
import { WizardPage } from '@/components/wizard/wizard-page';
import { WizardRail } from '@/components/wizard/wizard-rail';
import type { Connector } from '@/lib/mailflow/connector';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { toConnector } from '@/lib/mailflow/draft-to-connector';
import { StepFindings } from '../setup/draft-findings';
import { DraftSummary } from './draft-summary';
import { scenarioIn } from './fields/field-view';
import { StepFields } from './fields/step-fields';
import { useFindingText } from './finding-text';
import { LeaveDialog, type LeaveWords } from './leave-dialog';
import { blocks, railSteps, type ValidationWait, waitsFor } from './step-progress';
import type { Wizard } from './use-connector-wizard';
import { findingsOf } from './use-wizard-form';

// Nobody sees it on the first screens; it is on its way as soon as the wizard is alive.
const ValidationPart = preloadable(async () => (await import('./validation-part')).default);

const useStyles = makeStyles({ fields: { maxWidth: '640px' }, bars: { maxWidth: '640px' } });

/** The last button: what it says, what it waits for beside the steps, and what it does. */
export type Submit = Readonly<{ label: string; reason?: string | undefined; busy: boolean; run: () => void }>;

type ConnectorWizardProps = Readonly<{
  wizard: Wizard;
  title: string;
  description?: string;
  /** Where Cancel leads. */
  home: string;
  leaveWords: LeaveWords;
  validationWait: ValidationWait | undefined;
  submit: Submit;
  /** Messages above the step. */
  bars?: ReactNode;
  /** What stands under the validation. */
  underValidation?: ReactNode;
  renderReview: (connector: Connector) => ReactNode;
  /** The review's own heading and intro, where they are other than a new connector's. */
  reviewWords?: Readonly<{ heading: string; intro: string }>;
  /** More commands in the footer. */
  commands?: ReactNode;
}>;

/** The steps of a connector's scenario, one question a screen. What they are for, its users say. */
export function ConnectorWizard(props: ConnectorWizardProps) {
  const { wizard, title, description, home, leaveWords, validationWait, submit } = props;
  const styles = useStyles();
  const t = useTranslations('wizard');
  const text = useFindingText();
  const { steps, index, current, visited, moved, go, draft, form, findings, validation, guard } = wizard;
  useEffect(() => {
    // A failed load is told where the part is shown.
    void ValidationPart.preload().catch(() => undefined);
  }, []);

  if (!current) return null;
  const progress = { steps, index, visited, findings, validation: validationWait };
  const waits = waitsFor(current, progress);
  const reasonOf = (wait: NonNullable<typeof waits>) =>
    'code' in wait ? text(wait) : t(`validation.${wait.validation}`);
  const isReview = current.id === 'review';
  const reason = waits && blocks(waits) ? reasonOf(waits) : isReview ? submit.reason : undefined;
  const following = steps[index + 1];
  const before = steps[index - 1];
  const connector = isReview ? toConnector(draft) : undefined;
  const review = isReview ? props.reviewWords : undefined;
  return (
    <>
      <PageHeader title={title} description={description} />
      <WizardPage
        rail={
          <WizardRail
            label={t('rail.label')}
            steps={railSteps(progress).map((step) => ({ ...step, label: t(`steps.${step.id}`) }))}
            stateWords={{
              done: t('rail.states.done'),
              current: t('rail.states.current'),
              todo: t('rail.states.todo'),
              problem: t('rail.states.problem'),
            }}
            onGo={(id) => go(id as StepId)}
          />
        }
        progress={{
          text: t('rail.progress', {
            number: index + 1,
            total: steps.length,
            name: t(`steps.${current.id}`),
          }),
          value: (index + 1) / steps.length,
          label: t('rail.label'),
        }}
        aside={current.id !== 'validation' && !isReview && <DraftSummary draft={draft} visited={visited} />}
        footer={
          <WizardFooter
            words={{
              back: t('footer.back'),
              next: isReview ? submit.label : t('footer.next'),
              cancel: t('footer.cancel'),
            }}
            onBack={before && (() => go(before.id))}
            onNext={() => (following ? go(following.id) : submit.run())}
            onCancel={() => (wizard.unsaved ? guard.ask(home) : wizard.leaveTo(home))}
            reason={reason}
            busy={submit.busy}
          >
            {props.commands}
          </WizardFooter>
        }
      >
        <div className={styles.bars}>{props.bars}</div>
        <StepHeading
          key={current.id}
          title={review?.heading ?? t(`headings.${current.id}`)}
          intro={review?.intro ?? t(`intros.${current.id}`, scenarioIn(form))}
          takesFocus={moved}
        />
        <div className={styles.fields}>
          <StepFields step={current} form={form} />
          <StepFindings step={current.id} impact={wizard.impact.impact} />
        </div>
        {current.id === 'validation' && (
          <Suspense fallback={null}>
            <ValidationPart
              validation={validation}
              ready={findingsOf(current, findings).every(({ severity }) => severity !== 'error')}
            >
              {props.underValidation}
            </ValidationPart>
          </Suspense>
        )}
        {connector && <div className={styles.fields}>{props.renderReview(connector)}</div>}
      </WizardPage>
      <LeaveDialog wizard={wizard} words={leaveWords} home={home} />
    </>
  );
}
