'use client';
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { type ConnectorListView, PAGE_SIZES } from '@/lib/operations/connector-list-query';

const useStyles = makeStyles({
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '16px',
    rowGap: '8px',
    padding: '12px 0',
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  group: { display: 'flex', alignItems: 'center', columnGap: '8px' },
});

type ListPagesProps = Readonly<{
  view: ConnectorListView;
  total: number;
  onChange: (change: Partial<ConnectorListView>) => void;
}>;

/** Which rows of how many, and the way to the others. */
export function ListPages({ view, total, onChange }: ListPagesProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.pages');
  const format = useFormatter();
  const sizeId = useId();
  const { page, pageSize } = view;
  const last = Math.min(page * pageSize, total);
  const number = (value: number) => format.number(value);
  return (
    <nav aria-label={t('label')} className={styles.pages}>
      {total > PAGE_SIZES[0] && (
        <span className={styles.group}>
          <label htmlFor={sizeId}>{t('size')}</label>
          <Select
            id={sizeId}
            size="small"
            value={String(pageSize)}
            onChange={(_, { value }) => {
              const chosen = PAGE_SIZES.find((size) => String(size) === value);
              if (chosen) onChange({ pageSize: chosen });
            }}
          >
            {PAGE_SIZES.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </Select>
        </span>
      )}
      <span className={styles.group}>
        <span role="status">
          {t('range', {
            first: number((page - 1) * pageSize + 1),
            last: number(last),
            total: number(total),
          })}
        </span>
        {total > pageSize && (
          <>
            <Button
              appearance="subtle"
              icon={<ChevronLeftRegular />}
              aria-label={t('previous')}
              title={t('previous')}
              disabledFocusable={page === 1}
              onClick={() => onChange({ page: page - 1 })}
            />
            <Button
              appearance="subtle"
              icon={<ChevronRightRegular />}
              aria-label={t('next')}
              title={t('next')}
              disabledFocusable={last >= total}
              onClick={() => onChange({ page: page + 1 })}
            />
          </>
        )}
      </span>
    </nav>
  );
}
