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
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { AuditTableRow } from './audit-table-row';
import { useTableStyles } from './audit-table-styles';
import { EntryPanel } from './entry-panel';

const COLUMNS = ['when', 'who', 'what', 'where'] as const;

type AuditTableProps = Readonly<{
  entries: readonly AuditLogEntry[];
  /** True while other entries are on their way. */
  waiting: boolean;
  hrefOf: (sequence: number) => string;
  openSequence: number | undefined;
  onOpen: (sequence: number) => void;
}>;

/** The entries, newest first. */
export function AuditTable({ entries, waiting, hrefOf, openSequence, onOpen }: AuditTableProps) {
  const styles = useTableStyles();
  const t = useTranslations('audit');
  return (
    <Table
      noNativeElements
      aria-label={t('title')}
      aria-busy={waiting}
      onPointerEnter={EntryPanel.preload}
      onFocus={EntryPanel.preload}
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
        {entries.map((entry) => (
          <AuditTableRow
            key={entry.sequence}
            entry={entry}
            href={hrefOf(entry.sequence)}
            open={entry.sequence === openSequence}
            onOpen={() => onOpen(entry.sequence)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
