'use client';
import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { isHybridWizardName } from '@/lib/mailflow/hybrid-wizard';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import type { FindingMark } from '@/lib/operations/setup-findings';
import { FindingIcon } from '../setup/finding-icon';

const useStyles = makeStyles({ mark: { flexShrink: 0, whiteSpace: 'nowrap' } });

type RowMarksProps = Readonly<{ row: Pick<ConnectorRow, 'name' | 'draft'>; mark: FindingMark | undefined }>;

/**
 * What stands beside a connector's name: that it has a draft, that the Hybrid Configuration Wizard named it, that
 * something is wrong with it beside the others.
 */
export function RowMarks({ row: { name, draft }, mark }: RowMarksProps) {
  const styles = useStyles();
  const t = useTranslations('life');
  const review = useTranslations('setupReview');
  return (
    <>
      {mark && <FindingIcon severity={mark.severity} label={review('mark', { count: mark.count })} />}
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
