'use client';
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowDownloadRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { type AuditView, auditViewQuery } from '@/lib/operations/audit-log-query';
import { fromNewest } from './use-audit-view';

const useStyles = makeStyles({
  command: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
});

type AuditCommandsProps = Readonly<{
  view: AuditView;
  verifying: boolean;
  pending: boolean;
  onVerify: () => void;
  onRefresh: () => void;
}>;

/** What can be done with the log: check it, take it away, read it again. Nothing changes it. */
export function AuditCommands({ view, verifying, pending, onVerify, onRefresh }: AuditCommandsProps) {
  const styles = useStyles();
  const t = useTranslations('audit.commands');
  const file = (format: 'csv' | 'json', label: string) => (
    // The filters go along. Never fetched ahead: each export is an entry of the log.
    <Button
      as="a"
      href={`/api/audit${auditViewQuery(fromNewest(view)).replace('?', `?format=${format}&`) || `?format=${format}`}`}
      download
      appearance="subtle"
      icon={<ArrowDownloadRegular />}
      className={styles.command}
    >
      {label}
    </Button>
  );
  return (
    <CommandBar label={t('label')}>
      <CommandButton
        icon={verifying ? <Spinner size="tiny" aria-hidden /> : <ShieldCheckmarkRegular />}
        onClick={onVerify}
        busy={verifying}
      >
        {verifying ? t('verifying') : t('verify')}
      </CommandButton>
      {file('csv', t('exportCsv'))}
      {file('json', t('exportJson'))}
      <CommandButton
        icon={pending ? <Spinner size="tiny" aria-hidden /> : <ArrowClockwiseRegular />}
        onClick={onRefresh}
        busy={pending}
      >
        {t('refresh')}
      </CommandButton>
    </CommandBar>
  );
}
