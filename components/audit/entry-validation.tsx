'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { ConnectorBlock } from '../connectors/connector-block';
import { textIn } from './read-details';

const LinkedRun = lazy(() => import('./linked-run'));

/** The validation that an entry names: its report, when it is asked for. */
export function EntryValidation({ entry }: Readonly<{ entry: AuditLogEntry }>) {
  const t = useTranslations('audit.entry');
  const [shown, setShown] = useState(false);
  const runId =
    textIn(entry.details, 'validationRunId') ??
    textIn(entry.details, 'runId') ??
    (entry.subjectKind === 'validationRun' ? entry.subjectId : undefined);
  if (runId === undefined) return null;
  return (
    <ConnectorBlock title={t('validation')}>
      {shown ? (
        <Suspense fallback={null}>
          <LinkedRun runId={runId} />
        </Suspense>
      ) : (
        <div>
          <Button onClick={() => setShown(true)}>{t('showValidation')}</Button>
        </div>
      )}
    </ConnectorBlock>
  );
}
