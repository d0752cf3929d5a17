'use client';
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Role } from '@/lib/auth/permissions';
import type { StepId } from '@/lib/mailflow/connector-steps';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { type BlockId, ConnectorBlocks, STEP_OF_BLOCK } from '../connector-blocks';
import { PublishedMessage } from '../editing/published-message';
import type { LifeCommands } from '../life/use-life-commands';
import { useReasons } from '../life/use-reasons';
import { ConnectorFindings } from '../setup/connector-findings';
import { DraftBar } from './draft-bar';
import { EditLink } from './edit-link';
import type { PanelActions } from './panel-actions';
import { PanelCommands } from './panel-commands';
import { PanelHead } from './panel-head';
import { usePanelValidation } from './use-panel-validation';
import { ValidationBlock } from './validation-block';

const useStyles = makeStyles({
  warning: { marginBottom: '16px' },
  warningTitle: { display: 'block' },
  said: {
    margin: '0 0 16px',
    paddingLeft: '12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
});

type ConnectorDetailsProps = Readonly<{
  report: ConnectorReport;
  role: Role;
  actions: PanelActions;
  commands: LifeCommands;
  /** What came of the last command. */
  notice: ReactNode;
  onChanged: () => void;
}>;

/** The settings in force, whose they are, what the last validation said of them, and what can be done. */
export function ConnectorDetails(props: ConnectorDetailsProps) {
  const { report, role, actions, commands, notice, onChanged } = props;
  const styles = useStyles();
  const t = useTranslations('life');
  const history = useTranslations('history');
  const reasons = useReasons(role);
  const validation = usePanelValidation(report.id, actions.requestValidation, onChanged);
  const { connector, draft, version } = report;
  const edit = (step: StepId) =>
    step === 'scenario' || step === 'review' ? undefined : (
      <EditLink connectorId={report.id} step={step} reason={reasons.edit} />
    );
  return (
    <>
      <PanelHead report={report} />
      <PanelCommands
        report={report}
        role={role}
        commands={commands}
        validating={validation.running}
        onValidate={() => void validation.start()}
      />
      <PublishedMessage version={version.number} />
      {notice}
      {draft && (
        <DraftBar
          connectorId={report.id}
          draft={draft}
          reason={reasons.edit}
          discardDraft={actions.discardDraft}
          onChanged={onChanged}
        />
      )}
      {report.hybridWizard && (
        <MessageBar intent="warning" layout="multiline" className={styles.warning}>
          <MessageBarBody>
            <MessageBarTitle className={styles.warningTitle}>{t('hybrid.title')}</MessageBarTitle>
            {t('hybrid.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {version.note && <Said label={history('note')} text={version.note} />}
      {version.reason && <Said label={history('reason')} text={version.reason} />}
      <ConnectorBlocks
        connector={connector}
        saved
        renderAction={(block: BlockId) => edit(STEP_OF_BLOCK[block])}
      >
        <ValidationBlock report={report} validation={validation} edit={edit('validation')} />
      </ConnectorBlocks>
      <ConnectorFindings report={report} role={role} />
    </>
  );
}

/** What somebody typed when the version was saved. */
function Said({ label, text }: Readonly<{ label: string; text: string }>) {
  const styles = useStyles();
  return (
    <p className={styles.said}>
      <span className={styles.label}>{label}:</span> {text}
    </p>
  );
}
