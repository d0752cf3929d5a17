'use client';
import { Link, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { WHOLE_LOG } from '@/lib/operations/audit-log-query';
import { auditPath } from './use-audit-view';

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px' },
});

/** From an entry to what it is about. */
export function EntryLinks({ entry }: Readonly<{ entry: AuditLogEntry }>) {
  const styles = useStyles();
  const t = useTranslations('audit.entry');
  const { subjectKind, subjectId, action } = entry;
  if (subjectId === undefined) return null;
  const id = encodeURIComponent(subjectId);
  return (
    <div className={styles.links}>
      {subjectKind === 'connector' && (
        <>
          {action !== 'connector.deleted' && (
            <Link href={`/connectors?connector=${id}`}>{t('openConnector')}</Link>
          )}
          <Link href={`/connectors/${id}/history`}>{t('history')}</Link>
        </>
      )}
      {subjectKind === 'acceptedDomain' && action !== 'acceptedDomain.removed' && (
        <Link href={`/accepted-domains?domain=${id}`}>{t('openDomain')}</Link>
      )}
      {subjectKind === 'transportRule' && action !== 'transportRule.removed' && (
        <Link href={`/rules?rule=${id}`}>{t('openRule')}</Link>
      )}
      {subjectKind === 'exchange' && action !== 'exchange.importRemoved' && (
        <Link href={`/exchange/imports/${id}`}>{t('openImport')}</Link>
      )}
      <Link href={auditPath({ ...WHOLE_LOG, subject: subjectId })}>{t('related')}</Link>
    </div>
  );
}
