'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '8px',
    minHeight: '32px',
    '@media print': { display: 'none' },
  },
});

type ListPagerProps = Readonly<{
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}>;

/** Which rows of how many, and the way to the pages beside this one. */
export function ListPager({ page, pageSize, total, onPage }: ListPagerProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.pages');
  const format = useFormatter();
  const last = Math.min(page * pageSize, total);
  const number = (value: number) => format.number(value);
  return (
    <span className={styles.group}>
      <span role="status">
        {t('range', { first: number((page - 1) * pageSize + 1), last: number(last), total: number(total) })}
      </span>
      {total > pageSize && (
        <>
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            aria-label={t('previous')}
            title={t('previous')}
            disabledFocusable={page === 1}
            onClick={() => onPage(page - 1)}
          />
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular />}
            aria-label={t('next')}
            title={t('next')}
            disabledFocusable={last >= total}
            onClick={() => onPage(page + 1)}
          />
        </>
      )}
    </span>
  );
}
