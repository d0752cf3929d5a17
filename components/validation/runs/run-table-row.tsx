'use client';
import { mergeClasses, TableCell, TableRow } from '@fluentui/react-components';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { isOwnClick } from '@/components/ui/row-click';
import type { RunRow } from '@/lib/operations/list-validation-runs';
import { runPath } from '../run-paths';
import { StandingBadge } from '../standing-badge';
import { useRunName } from '../use-run-name';
import { useDuration } from '../validation-words';
import { useTableStyles } from './run-table-styles';

/** One run. */
export function RunTableRow({ run }: Readonly<{ run: RunRow }>) {
  const styles = useTableStyles();
  const t = useTranslations('runs');
  const format = useFormatter();
  const router = useRouter();
  const nameOf = useRunName();
  const duration = useDuration();
  const { what, where } = nameOf(run);
  const requestedAt = new Date(run.requestedAt);
  const href = runPath(run.id);
  const cell = (area: string) => mergeClasses(styles.cell, area);
  return (
    <TableRow className={styles.row} onClick={(event) => isOwnClick(event) && router.push(href)}>
      <TableCell className={cell(styles.result)}>
        <StandingBadge standing={run.standing} />
      </TableCell>
      <TableCell className={cell(styles.what)}>
        <span className={styles.name}>
          <Link
            href={href}
            prefetch={false}
            title={what}
            aria-label={t('row', {
              what,
              standing: t(`standing.${run.standing}`),
              when: format.dateTime(requestedAt, 'exact'),
            })}
            className={styles.link}
          >
            {what}
          </Link>
          <span className={styles.hosts} title={where}>
            {run.connector?.deleted ? `${t('deleted')} · ${where}` : where}
          </span>
        </span>
      </TableCell>
      <TableCell className={cell(styles.who)}>{run.requestedByName}</TableCell>
      <TableCell className={cell(styles.when)}>
        <RelativeTime at={requestedAt} />
      </TableCell>
      <TableCell className={cell(styles.took)}>
        {run.tookMs === undefined ? '–' : duration(run.tookMs)}
      </TableCell>
    </TableRow>
  );
}
