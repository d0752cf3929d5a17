'use client';
import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';

const useStyles = makeStyles({
  rows: { display: 'grid', rowGap: '20px', paddingTop: '56px' },
  row: { display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr) 140px', columnGap: '24px' },
});

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** In the place of the list while it is on its way. */
export function RunsSkeleton() {
  const styles = useStyles();
  const t = useTranslations('runs');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Skeleton aria-label={t('loading')} className={styles.rows}>
        {ROWS.map((row) => (
          <div key={row} className={styles.row}>
            <SkeletonItem size={20} />
            <SkeletonItem size={32} />
            <SkeletonItem size={20} />
          </div>
        ))}
      </Skeleton>
    </>
  );
}
