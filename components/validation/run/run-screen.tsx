'use client';
import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { connectorPath, historyPath } from '@/components/connectors/connector-paths';
import { traceOfPath } from '@/components/routing/route-paths';
import { BackLink } from '@/components/ui/back-link';
import { PageHeader } from '@/components/ui/page-header';
import { ALL_RUNS } from '@/lib/operations/validation-list-query';
import type { ValidationRunPage } from '@/lib/operations/validation-run-page';
import { runListPath } from '../run-paths';
import { useRunName } from '../use-run-name';
import { useValidationRun } from '../use-validation-run';
import { isOpen } from '../validation-query';
import { ValidationReport } from '../validation-report';
import { RunCommands } from './run-commands';
import type { RunActions } from './use-run-again';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    rowGap: '4px',
    margin: '-8px 0 8px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  note: { margin: '8px 0' },
  report: { marginTop: '20px' },
});

type RunScreenProps = Readonly<{ page: ValidationRunPage; actions: RunActions }>;

/** One validation on a page of its own: what it found, whose settings it tested, the runs around it. */
export function RunScreen({ page, actions }: RunScreenProps) {
  const styles = useStyles();
  const t = useTranslations('runs.run');
  const format = useFormatter();
  const nameOf = useRunName();
  const { connector, mayCancel } = page;
  // The page comes with the run in the query's cache; from then on it is followed.
  const { data: run = page.run } = useValidationRun(page.run.id);
  const [cancelFailed, setCancelFailed] = useState(false);
  const cancel = async () => {
    setCancelFailed(false);
    const answer = await actions.cancelValidation({ id: run.id }).catch(() => undefined);
    if (!answer?.ok) setCancelFailed(true);
  };
  const { hosts, recipients } = run.plan;
  const { where } = nameOf({ hosts, recipients });
  return (
    <>
      <BackLink href={runListPath(ALL_RUNS)}>{t('back')}</BackLink>
      <PageHeader title={connector ? t('title', { name: connector.name }) : t('titleUnsaved')} />
      <div className={styles.facts}>
        <span suppressHydrationWarning>{format.dateTime(new Date(run.requestedAt), 'exact')}</span>
        <span>{where}</span>
        {recipients[0] !== undefined && <Link href={traceOfPath(recipients[0])}>{t('trace')}</Link>}
        {connector && !connector.deleted && <Link href={connectorPath(connector.id)}>{t('connector')}</Link>}
        {connector?.version !== undefined && (
          <Link href={historyPath(connector.id)}>{t('version', { version: connector.version })}</Link>
        )}
      </div>
      <RunCommands page={page} open={isOpen(run)} actions={actions} />
      {connector && note() && (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>{note()}</MessageBarBody>
        </MessageBar>
      )}
      {cancelFailed && (
        <MessageBar intent="error" className={styles.note}>
          <MessageBarBody role="alert">{t('cancelFailed')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.report}>
        <ValidationReport run={run} onCancel={mayCancel ? () => void cancel() : undefined} />
      </div>
    </>
  );

  /** Why the result says nothing of the connector as it is now. */
  function note(): string | undefined {
    if (connector?.deleted) return t('isDeleted');
    if (connector?.current !== false) return undefined;
    return connector.version === undefined ? `${t('changed')} ${t('notSaved')}` : t('changed');
  }
}
