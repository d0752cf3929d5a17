'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { PageHeader } from '@/components/ui/page-header';
import { StepHeading } from '@/components/wizard/step-heading';
import { useLeaveGuard } from '@/components/wizard/use-leave-guard';
import { WizardFooter } from '@/components/wizard/wizard-footer';
import { WizardPage } from '@/components/wizard/wizard-page';
import { WizardRail } from '@/components/wizard/wizard-rail';
import { toConnector } from '@/lib/mailflow/draft-to-connector';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { DraftSummary } from './draft-summary';
import { FIELD_VIEWS } from './field-views';
import { useFindingText } from './finding-text';
import { forgetInput, isUnsaved, keepInput, type WizardInput } from './kept-input';
import { ProblemMessage } from './problem-message';
import { railSteps, waitsFor } from './step-progress';
import { type CreateConnector, useCreateConnector } from './use-create-connector';
import type { CheckName } from './use-name-taken';
import { useNewValidation, type ValidationActions } from './use-new-validation';
import { findingsOf, useWizardForm } from './use-wizard-form';
import { useWizardSteps } from './use-wizard-steps';

// Nobody sees them on the first screens; they are on their way as soon as the wizard is alive.
const validationPart = () => import('./validation-part');
const reviewPart = () => import('./review-part');
const ValidationPart = lazy(validationPart);
const ReviewPart = lazy(reviewPart);

export type WizardActions = ValidationActions &
  Readonly<{ checkName: CheckName; createConnector: CreateConnector }>;

const useStyles = makeStyles({
  fields: { maxWidth: '640px' },
  bar: { marginBottom: '16px', maxWidth: '640px' },
});

type ConnectorWizardProps = Readonly<{
  initial: WizardInput;
  actions: WizardActions;
  onStartOver: () => void;
}>;

/** "Add a connector": the steps of the chosen scenario, one question a screen. */
export function ConnectorWizard({ initial, actions, onStartOver }: ConnectorWizardProps) {
  const styles = useStyles();
  const t = useTranslations('wizard');
  const text = useFindingText();
  const router = useRouter();
  const queries = useQueryClient();
  const { form, findings } = useWizardForm(initial, actions.checkName);
  const { draft, pending } = form;

  const { steps, index, current, visited, moved, go } = useWizardSteps(draft, initial.visited);
  const validation = useNewValidation(draft, actions, initial.runId);
  const { runId, standing } = validation;
  const [acknowledgedRunId, acknowledge] = useState(initial.acknowledgedRunId);
  const acknowledged = runId !== undefined && acknowledgedRunId === runId;
  const [finished, setFinished] = useState(false);
  const input: WizardInput = {
    draft,
    pending,
    visited,
    ...(runId && { runId }),
    ...(acknowledgedRunId && { acknowledgedRunId }),
  };
  const unsaved = isUnsaved(input) && !finished;
  const kept = JSON.stringify(input);
  useEffect(() => {
    if (unsaved) keepInput(JSON.parse(kept));
  }, [kept, unsaved]);
  const guard = useLeaveGuard(unsaved);
  useEffect(() => {
    // A failed load is told where the part is shown.
    void Promise.allSettled([validationPart(), reviewPart()]);
  }, []);

  const [leavingTo, setLeavingTo] = useState<string>();
  useEffect(() => {
    // Only once the dialog is gone: a page that goes with an open dialog leaves the next one hidden from screen readers.
    if (leavingTo === undefined) return;
    const timer = setTimeout(() => router.push(leavingTo), 50);
    return () => clearTimeout(timer);
  }, [leavingTo, router]);
  const leaveTo = (address: string) => {
    guard.stay();
    setFinished(true);
    forgetInput();
    setLeavingTo(address);
  };
  const { create, creating, problem } = useCreateConnector(actions.createConnector, {
    onCreated: (id) => {
      void queries.invalidateQueries();
      leaveTo(`/connectors?connector=${id}`);
    },
    onStep: go,
  });

  if (!current) return null;
  const progress = { steps, index, visited, findings, standing, acknowledged };
  const waits = waitsFor(current, progress);
  const reason = waits && ('code' in waits ? text(waits) : t(`validation.${waits.validation}`));
  const onNext = () => {
    const next = steps[index + 1];
    if (next) go(next.id);
    else if (runId) create({ draft, runId, acknowledgeFailure: acknowledged });
  };
  const cancel = () => (unsaved ? guard.ask('/connectors') : leaveTo('/connectors'));
  const isReview = current.id === 'review';
  const connector = isReview ? toConnector(draft) : undefined;
  const back = steps[index - 1];
  return (
    <>
      <PageHeader title={t('title')} />
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
              next: isReview ? t(creating ? 'footer.creating' : 'footer.create') : t('footer.next'),
              cancel: t('footer.cancel'),
            }}
            onBack={back && (() => go(back.id))}
            onNext={onNext}
            onCancel={cancel}
            reason={reason}
            busy={creating}
          />
        }
      >
        {isUnsaved(initial) && !moved && (
          <MessageBar className={styles.bar} intent="info">
            <MessageBarBody>{t('restored')}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={onStartOver}>{t('startOver')}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <StepHeading
          key={current.id}
          title={t(`headings.${current.id}`)}
          intro={t(`intros.${current.id}`)}
          takesFocus={moved}
        />
        <div className={styles.fields}>
          {current.fields.map((field) => {
            const View = FIELD_VIEWS[field];
            return <View key={field} form={form} />;
          })}
        </div>
        {current.id === 'validation' && (
          <Suspense fallback={null}>
            <ValidationPart
              validation={validation}
              ready={findingsOf(current, findings).every(({ severity }) => severity !== 'error')}
              acknowledged={acknowledged}
              onAcknowledge={(yes) => acknowledge(yes ? runId : undefined)}
            />
          </Suspense>
        )}
        {isReview && connector && (
          <div className={styles.fields}>
            <Suspense fallback={null}>
              <ReviewPart connector={connector} standing={standing} onEdit={go} />
            </Suspense>
            {problem && <ProblemMessage problem={problem} />}
          </div>
        )}
      </WizardPage>
      {guard.target !== undefined && (
        <ConfirmDialog
          title={t('leave.title')}
          confirmLabel={t('leave.leave')}
          cancelLabel={t('leave.stay')}
          onConfirm={() => leaveTo(guard.target ?? '/connectors')}
          onClose={guard.stay}
        >
          {t('leave.text')}
        </ConfirmDialog>
      )}
    </>
  );
}
