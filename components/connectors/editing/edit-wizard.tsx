'use client';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Suspense, useEffect } from 'react';
import { replaceAddress } from '@/components/ui/address';
import { PageHeader } from '@/components/ui/page-header';
import { preloadable } from '@/components/ui/preloadable';
import type { EditingView } from '@/lib/operations/editing';
import { connectorPath } from '../connector-paths';
import { ConnectorWizard } from '../wizard/connector-wizard';
import { LeaveDialog } from '../wizard/leave-dialog';
import type { ValidationWait } from '../wizard/step-progress';
import type { EditActions } from './edit-actions';
import { EditBars } from './edit-bars';
import type { EditSession } from './edit-connector';
import { SaveDraft } from './save-draft';
import { useDraftCommands } from './use-draft-commands';
import { type Edit, useEdit } from './use-edit';
import { usePublish } from './use-publish';

const PublishPart = preloadable(async () => (await import('./publish-part')).default);
const MergeScreen = preloadable(async () => (await import('./merge-screen')).default);

type EditWizardProps = Readonly<{
  session: EditSession;
  actions: EditActions;
  /** Begins again with what `view` holds. */
  onOpen: (view: EditingView) => void;
  onRestart: (session: EditSession) => void;
}>;

/** "Edit To HQ": the wizard over a saved connector, whose version in force stays in force until Publish. */
export function EditWizard({ session, actions, onOpen, onRestart }: EditWizardProps) {
  const t = useTranslations('editing');
  const edit = useEdit(session, actions);
  const { view, origin, place, wizard, moved, words } = edit;
  const { version } = view.inForce;
  const home = connectorPath(view.connectorId);
  const commands = useDraftCommands(edit, actions, onRestart);
  const { publish, publishing, problem } = usePublish(edit, actions);
  const isMerging = useSearchParams().get('step') === 'merge' && moved;
  useEffect(() => {
    // A failed load is told where the part is shown.
    void PublishPart.preload().catch(() => undefined);
    if (moved) void MergeScreen.preload().catch(() => undefined);
  }, [moved]);
  const open = (other: EditingView) => {
    place.forget();
    onOpen(other);
  };
  const leaveWords = {
    title: t('leave.title'),
    text: t('leave.text'),
    leave: t('leave.leave'),
    stay: t('leave.stay'),
  };
  const title = t('title', { name: view.name });
  const description = t('description', { version });

  if (isMerging) {
    return (
      <>
        <PageHeader title={title} description={description} />
        <Suspense fallback={null}>
          <MergeScreen
            edit={edit}
            onBack={() => wizard.go('review', replaceAddress)}
            onUse={(result) => {
              wizard.form.change(result);
              edit.setOrigin({ ...origin, baseVersion: version, base: view.inForce.draft });
              wizard.go('review', replaceAddress);
            }}
          />
        </Suspense>
        <LeaveDialog wizard={wizard} words={leaveWords} home={home} />
      </>
    );
  }
  const waits = publishWaits(edit);
  return (
    <ConnectorWizard
      wizard={wizard}
      title={title}
      description={description}
      home={home}
      leaveWords={leaveWords}
      validationWait={validationWait(edit)}
      submit={{
        label: publishing ? t('publish.publishing') : t('publish.publish'),
        reason: waits && t(`publish.waits.${waits}`, { version }),
        busy: publishing,
        run: publish,
      }}
      bars={<EditBars edit={edit} commands={commands} discarded={session.discarded} onOpen={open} />}
      underValidation={<ValidationNote edit={edit} />}
      reviewWords={{ heading: t('publish.heading'), intro: t('publish.intro', { version }) }}
      renderReview={(connector) => (
        <Suspense fallback={null}>
          <PublishPart edit={edit} connector={connector} problem={problem} />
        </Suspense>
      )}
      commands={<SaveDraft edit={edit} commands={commands} onOpen={open} />}
    />
  );

  function publishWaits({ differences, isUnproven }: Edit) {
    if (moved) return 'merge';
    if (differences.length === 0) return 'nothingChanged';
    if (!isUnproven) return undefined;
    if (wizard.validation.standing === 'running') return 'running';
    return words.reason.trim() === '' ? 'reason' : undefined;
  }
}

/** An edit can go on without a validation: what is missing is asked about before it is published. */
function validationWait({ isUnproven, wizard }: Edit): ValidationWait | undefined {
  const { standing } = wizard.validation;
  if (!isUnproven) return undefined;
  const validation = standing === 'running' || standing === 'stale' ? standing : 'needed';
  return { validation, blocks: false };
}

function ValidationNote({ edit }: Readonly<{ edit: Edit }>) {
  const t = useTranslations('editing.validation');
  const { origin, isUnproven, wizard } = edit;
  const { standing } = wizard.validation;
  const note = () => {
    if (!wizard.draft.enabled) return t('off');
    if (!isUnproven || standing === 'running') return undefined;
    if (standing === 'failed' || standing === 'inconclusive') return t('notPassed');
    return origin.restoredFrom === undefined ? t('goOn') : t('restored');
  };
  const text = note();
  return (
    text && (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    )
  );
}
