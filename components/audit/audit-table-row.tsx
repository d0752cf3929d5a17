'use client';
import { Link, mergeClasses, TableCell, TableRow, useRestoreFocusTarget } from '@fluentui/react-components';
import { useFormatter } from 'next-intl';
import type { MouseEvent } from 'react';
import { onPlainClick } from '@/components/ui/link-click';
import { isOwnClick } from '@/components/ui/row-click';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { useTableStyles } from './audit-table-styles';
import { useEntryWords } from './entry-words';
import { GroupIcon } from './group-icon';

type AuditTableRowProps = Readonly<{
  entry: AuditLogEntry;
  href: string;
  open: boolean;
  onOpen: () => void;
}>;

/** One entry. */
export function AuditTableRow({ entry, href, open, onOpen }: AuditTableRowProps) {
  const styles = useTableStyles();
  const words = useEntryWords();
  const format = useFormatter();
  const focusReturnsHere = useRestoreFocusTarget();
  const openFromRow = ({ currentTarget }: MouseEvent) => {
    // So that closing the panel leads back to this row.
    currentTarget.querySelector('a')?.focus();
    onOpen();
  };
  const cell = (area: string) => mergeClasses(styles.cell, area);
  return (
    <TableRow
      appearance={open ? 'brand' : 'none'}
      className={styles.row}
      onClick={(event) => isOwnClick(event) && openFromRow(event)}
    >
      <TableCell className={cell(styles.when)}>
        <time dateTime={entry.at.toISOString()} suppressHydrationWarning>
          {format.dateTime(entry.at, 'exact')}
        </time>
      </TableCell>
      <TableCell className={cell(styles.who)}>{words.who(entry)}</TableCell>
      <TableCell className={cell(styles.what)}>
        <GroupIcon action={entry.action} className={styles.icon} />
        <Link
          {...focusReturnsHere}
          href={href}
          className={styles.whatLink}
          data-entry={entry.sequence}
          onClick={onPlainClick(onOpen)}
        >
          {words.what(entry)}
        </Link>
      </TableCell>
      <TableCell className={cell(styles.where)}>{words.where(entry)}</TableCell>
    </TableRow>
  );
}
