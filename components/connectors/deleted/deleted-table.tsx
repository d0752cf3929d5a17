'use client';
import {
  Button,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowUndoRegular, HistoryRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandLink } from '@/components/ui/command-link';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { RelativeTime } from '@/components/ui/relative-time';
import { NARROW } from '@/components/ui/table-grid';
import { endsOf } from '@/lib/mailflow/scenario';
import type { DeletedRow } from '@/lib/operations/deleted-connectors';
import { historyPath } from '../connector-paths';

const useStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  header: { [NARROW]: { display: 'none' } },
  row: {
    [NARROW]: {
      display: 'flex',
      flexWrap: 'wrap',
      padding: '8px 0',
    },
  },
  cell: { minHeight: '41px', [NARROW]: { minHeight: '28px', padding: '0 4px' } },
  name: {
    flexGrow: 1,
    minWidth: '0',
    overflowWrap: 'anywhere',
    [NARROW]: { flexBasis: '100%', fontWeight: tokens.fontWeightSemibold },
  },
  from: { flex: '0 0 104px', [NARROW]: { flexBasis: 'auto' } },
  to: {
    flex: '0 0 128px',
    [NARROW]: {
      flex: '1 0 50%',
      '::before': { content: '"→"', paddingRight: '8px', color: tokens.colorNeutralForeground3 },
    },
  },
  deleted: { flex: '0 0 144px', [NARROW]: { flexBasis: 'auto' } },
  by: { flex: '0 0 160px', minWidth: '0', overflowWrap: 'anywhere', [NARROW]: { flex: '1 0 50%' } },
  // The heading has the word already; on a phone there is none.
  byWide: { [NARROW]: { display: 'none' } },
  byNarrow: { display: 'none', [NARROW]: { display: 'inline' } },
  commands: { flex: '0 0 248px', [NARROW]: { flexBasis: '100%' } },
  // The button's word stands under the heading.
  buttons: { display: 'flex', marginLeft: '-12px' },
  command: { minWidth: 'auto', whiteSpace: 'nowrap', fontWeight: 'normal' },
});

const COLUMNS = ['name', 'from', 'to', 'deleted', 'by', 'commands'] as const;

type DeletedTableProps = Readonly<{
  rows: readonly DeletedRow[];
  mayRestore: boolean;
  onRestore: (row: DeletedRow) => void;
}>;

/** The deleted connectors of one page; cards on a phone. */
export function DeletedTable({ rows, mayRestore, onRestore }: DeletedTableProps) {
  const styles = useStyles();
  const t = useTranslations('deleted');
  const words = useTranslations('connectors');
  const focusReturnsHere = useRestoreFocusTarget();
  const cell = (area: string) => mergeClasses(styles.cell, area);
  return (
    <Table noNativeElements aria-label={t('label')} className={styles.table}>
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
        {rows.map((row) => {
          const { from, to } = endsOf(row);
          return (
            <TableRow key={row.id} className={styles.row}>
              <TableCell className={cell(styles.name)}>{row.name}</TableCell>
              <TableCell className={cell(styles.from)}>{words(`endpointShort.${from}`)}</TableCell>
              <TableCell className={cell(styles.to)}>{words(`endpointShort.${to}`)}</TableCell>
              <TableCell className={cell(styles.deleted)}>
                <RelativeTime at={new Date(row.deletedAt)} />
              </TableCell>
              <TableCell className={cell(styles.by)}>
                <span className={styles.byWide}>{row.deletedByName}</span>
                <span className={styles.byNarrow}>{t('byName', { name: row.deletedByName })}</span>
              </TableCell>
              <TableCell className={cell(styles.commands)}>
                <div className={styles.buttons}>
                  <DisabledReason reason={mayRestore ? undefined : t('onlyAdmins')}>
                    <Button
                      {...focusReturnsHere}
                      appearance="subtle"
                      icon={<ArrowUndoRegular />}
                      aria-label={t('restoreOf', { name: row.name })}
                      className={styles.command}
                      onClick={() => onRestore(row)}
                    >
                      {t('restore')}
                    </Button>
                  </DisabledReason>
                  <CommandLink
                    icon={<HistoryRegular />}
                    href={historyPath(row.id)}
                    label={t('historyOf', { name: row.name })}
                  >
                    {t('history')}
                  </CommandLink>
                </div>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
