'use client';
import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { isHybridWizardName } from '@/lib/mailflow/hybrid-wizard';
import type { ConnectorRow } from '@/lib/operations/list-connectors';

const useStyles = makeStyles({ mark: { flexShrink: 0, whiteSpace: 'nowrap' } });

/** What stands beside a connector's name: that it has a draft, that the Hybrid Configuration Wizard named it. */
export function RowMarks({ row: { name, draft } }: Readonly<{ row: Pick<ConnectorRow, 'name' | 'draft'> }>) {
  const styles = useStyles();
  const t = useTranslations('life');
  return (
    <>
      {isHybridWizardName(name) && (
        <Badge appearance="outline" color="informative" className={styles.mark} title={t('hybrid.chipHint')}>
          {t('hybrid.chip')}
        </Badge>
      )}
      {draft && (
        <Badge
          appearance="tint"
          color="brand"
          className={styles.mark}
          title={t('draft.chipHint', { name: draft.authorName })}
        >
          {t('draft.chip')}
        </Badge>
      )}
    </>
  );
}
