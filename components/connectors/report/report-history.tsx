'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/operations/connector-history';
import { ChangeList } from '../history/change-list';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '12px' },
  entry: { breakInside: 'avoid', overflowWrap: 'anywhere', '& p': { margin: '0' } },
  head: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The last few versions and what each changed. */
export function ReportHistory({ recent }: Readonly<{ recent: readonly HistoryEntry[] }>) {
  const styles = useStyles();
  const t = useTranslations('report');
  const history = useTranslations('history');
  const format = useFormatter();
  const isCut = (recent.at(-1)?.number ?? 1) > 1;
  return (
    <>
      <ol className={styles.list}>
        {recent.map(({ number, createdByName, createdAt, note, reason, restoredFrom, changes }) => (
          <li key={number} className={styles.entry}>
            <p className={styles.head} suppressHydrationWarning>
              {t('entry', {
                number,
                name: createdByName,
                date: format.dateTime(new Date(createdAt), 'short'),
              })}
            </p>
            {number === 1 && <p className={styles.quiet}>{history('created')}</p>}
            {restoredFrom !== undefined && (
              <p className={styles.quiet}>{history('restored', { number: restoredFrom })}</p>
            )}
            {changes.length > 0 && <ChangeList changes={changes} />}
            {note && <p>{`${history('note')}: ${note}`}</p>}
            {reason && <p>{`${history('reason')}: ${reason}`}</p>}
          </li>
        ))}
      </ol>
      {isCut && <p className={styles.quiet}>{t('more')}</p>}
    </>
  );
}
