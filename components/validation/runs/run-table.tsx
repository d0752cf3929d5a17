'use client';
import {
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { RunRow } from '@/lib/operations/list-validation-runs';
import { RunTableRow } from './run-table-row';
import { useTableStyles } from './run-table-styles';

const COLUMNS = ['result', 'what', 'who', 'when', 'took'] as const;

/** The runs of one page, newest first. `waiting` while others are on their way. */
export function RunTable({ rows, waiting }: Readonly<{ rows: readonly RunRow[]; waiting: boolean }>) {
  const styles = useTableStyles();
  const t = useTranslations('runs');
  return (
    <Table
      noNativeElements
      aria-label={t('title')}
      aria-busy={waiting}
      className={mergeClasses(styles.table, waiting && styles.waiting)}
    >
      <TableHeader className={styles.header}>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHeaderCell key={column} className={styles[column]}>
              {t(`columns.${column}`)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((run) => (
          <RunTableRow key={run.id} run={run} />
        ))}
      </TableBody>
    </Table>
  );
}
