'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ListPager } from '@/components/ui/list-pager';
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
  size: {
    height: '24px',
    padding: '0 4px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
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
  const sizeId = useId();
  const { page, pageSize } = view;
  return (
    <nav aria-label={t('label')} className={styles.pages}>
      {total > PAGE_SIZES[0] && (
        <span className={styles.group}>
          <label htmlFor={sizeId}>{t('size')}</label>
          {/* The browser's own: three numbers need no more. */}
          <select
            id={sizeId}
            className={styles.size}
            value={String(pageSize)}
            onChange={({ target }) => {
              const chosen = PAGE_SIZES.find((size) => String(size) === target.value);
              if (chosen) onChange({ pageSize: chosen });
            }}
          >
            {PAGE_SIZES.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </span>
      )}
      <ListPager page={page} pageSize={pageSize} total={total} onPage={(next) => onChange({ page: next })} />
    </nav>
  );
}
