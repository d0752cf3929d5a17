'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense, useEffect, useState } from 'react';
import { preloadable } from '@/components/ui/preloadable';
import { visibleSteps } from '@/lib/mailflow/connector-steps';
import { connectorPath } from '../connector-paths';
import { DraftImpact } from '../setup/draft-findings';
import { ConnectorWizard } from './connector-wizard';
import type { KeptPlace, WizardInput } from './kept-input';
import type { CreateActions } from './new-connector';
import { ProblemMessage } from './problem-message';
import type { ValidationWait } from './step-progress';
import { useConnectorWizard } from './use-connector-wizard';
import { useCreateConnector } from './use-create-connector';
import type { ValidationStanding } from './use-new-validation';

const ReviewPart = preloadable(async () => (await import('./review-part')).default);
const FailureConfirmation = preloadable(
  async () => (await import('./failure-confirmation')).FailureConfirmation,
);

const useStyles = makeStyles({ bar: { marginBottom: '16px' } });

type CreateWizardProps = Readonly<{
  initial: WizardInput;
  saved: WizardInput;
  place: KeptPlace<WizardInput>;
  actions: CreateActions;
  /** Name of the connector that this one begins as a copy of. */
  cloneOf: string | undefined;
  onStartOver: () => void;
}>;

/** "Add a connector". */
export function CreateWizard({ initial, saved, place, actions, cloneOf, onStartOver }: CreateWizardProps) {
  const styles = useStyles();
  const t = useTranslations('wizard');
  const queries = useQueryClient();
  const [acknowledgedRunId, acknowledge] = useState(initial.acknowledgedRunId);
  const wizard = useConnectorWizard({
    initial,
    saved,
    place,
    actions,
    stepsOf: visibleSteps,
    firstStep: cloneOf === undefined ? undefined : 'name',
    more: { ...(acknowledgedRunId && { acknowledgedRunId }) },
  });
  useEffect(() => {
    // A failed load is told where the part is shown.
    void Promise.allSettled([ReviewPart.preload(), FailureConfirmation.preload()]);
  }, []);
  const { draft, steps, go, leaveTo } = wizard;
  const { runId, standing } = wizard.validation;
  const acknowledged = runId !== undefined && acknowledgedRunId === runId;
  const { create, creating, problem } = useCreateConnector(actions.createConnector, {
    onCreated: (id) => {
      void queries.invalidateQueries();
      leaveTo(connectorPath(id));
    },
    onStep: go,
  });
  const tested = steps.some(({ id }) => id === 'validation');
  return (
    <ConnectorWizard
      wizard={wizard}
      title={t('title')}
      home="/connectors"
      leaveWords={{
        title: t('leave.title'),
        text: t('leave.text'),
        leave: t('leave.leave'),
        stay: t('leave.stay'),
      }}
      validationWait={waitOf(standing, acknowledged)}
      submit={{
        label: t(creating ? 'footer.creating' : 'footer.create'),
        busy: creating,
        run: () => create({ draft, acknowledgeFailure: acknowledged, ...(tested && runId && { runId }) }),
      }}
      bars={
        <>
          {cloneOf !== undefined && (
            <MessageBar className={styles.bar} intent="info" layout="multiline">
              <MessageBarBody>{t('cloneOf', { name: cloneOf })}</MessageBarBody>
            </MessageBar>
          )}
          {wizard.isRestored && (
            <MessageBar className={styles.bar} intent="info">
              <MessageBarBody>{t('restored')}</MessageBarBody>
              <MessageBarActions>
                <Button onClick={onStartOver}>{t('startOver')}</Button>
              </MessageBarActions>
            </MessageBar>
          )}
        </>
      }
      underValidation={
        (standing === 'failed' || standing === 'inconclusive') && (
          <FailureConfirmation
            confirmed={acknowledged}
            onConfirm={(yes) => acknowledge(yes ? runId : undefined)}
          />
        )
      }
      renderReview={(connector) => (
        <Suspense fallback={null}>
          <DraftImpact {...wizard.impact} direction={connector.direction} />
          <ReviewPart connector={connector} steps={steps} standing={standing} onEdit={go} withScript />
          {problem && <ProblemMessage problem={problem} />}
        </Suspense>
      )}
    />
  );
}

/** A new connector is saved on a validation that has finished, passed or expressly accepted. */
function waitOf(standing: ValidationStanding, acknowledged: boolean): ValidationWait | undefined {
  if (standing === 'passed') return undefined;
  if (standing === 'running' || standing === 'stale') return { validation: standing, blocks: true };
  if (standing === 'none' || standing === 'cancelled') return { validation: 'needed', blocks: true };
  return acknowledged ? undefined : { validation: 'acknowledgeNeeded', blocks: true };
}
