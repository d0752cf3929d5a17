'use client';
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { createContext, useContext, useRef } from 'react';
import { preloadable } from '@/components/ui/preloadable';
import { SelectAllCell } from '@/components/ui/select-all-cell';
import type { RowDrag, SortableRowsProps } from '@/components/ui/sortable-rows';
import { useQuietLoad } from '@/components/ui/use-quiet-load';
import type { Selection } from '@/components/ui/use-selection';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useSetupTableStyles } from '../setup/setup-table-styles';
import { RuleTableRow } from './rule-table-row';
import { useRuleTableStyles } from './rule-table-styles';

// Behind the list: without it the rows stand still, and can be moved by command.
const SortableRows = preloadable<SortableRowsProps<RuleRow>>(
  async () => (await import('@/components/ui/sortable-rows')).SortableRows,
);

const useStyles = makeStyles({ waiting: { opacity: 0.6 } });

type RuleTableProps = Readonly<{
  rows: readonly RuleRow[];
  openId: string | undefined;
  selection: Selection;
  /** False where this person may not, or where not all rules are shown. */
  sortable: boolean;
  waiting: boolean;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
  onNear: () => void;
  onOrder: (ids: string[], moved: string) => void;
}>;

/** What each row asks of the table: rows are drawn by whoever sorts them. */
const RowContext = createContext<RuleTableProps | undefined>(undefined);

/** The rules in their order. */
export function RuleTable(props: RuleTableProps) {
  const { rows, selection, sortable, waiting, onNear, onOrder } = props;
  const table = useSetupTableStyles();
  const columns = useRuleTableStyles();
  const styles = useStyles();
  const t = useTranslations('rules');
  const words = useOrderWords(rows);
  const place = useRef<HTMLDivElement>(null);
  const canMove = useQuietLoad(SortableRows.preload, sortable, place);
  return (
    <RowContext value={props}>
      <div ref={place}>
        <Table
          noNativeElements
          aria-label={t('label')}
          aria-busy={waiting}
          className={mergeClasses(table.table, waiting && styles.waiting)}
          onPointerEnter={onNear}
          onFocus={onNear}
        >
          <TableHeader className={table.header}>
            <TableRow>
              <SelectAllCell label={t('selectAll')} selection={selection} shown={rows.length} />
              <TableHeaderCell className={columns.priority}>{t('columns.priority')}</TableHeaderCell>
              <TableHeaderCell className={columns.status}>{t('columns.status')}</TableHeaderCell>
              <TableHeaderCell className={columns.name}>{t('columns.name')}</TableHeaderCell>
              <TableHeaderCell className={columns.conditions}>{t('columns.conditions')}</TableHeaderCell>
              <TableHeaderCell className={columns.connector}>{t('columns.connector')}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {canMove ? (
              <SortableRows rows={rows} Render={Row} still={!sortable} words={words} onOrder={onOrder} />
            ) : (
              rows.map((row) => <Row key={row.id} row={row} />)
            )}
          </TableBody>
        </Table>
      </div>
    </RowContext>
  );
}

function Row({ row, drag }: Readonly<{ row: RuleRow; drag?: RowDrag }>) {
  const table = useContext(RowContext);
  if (!table) throw new Error('A row of the rules stands outside its table.');
  const { selection, openId, sortable, hrefOf, onOpen } = table;
  return (
    <RuleTableRow
      row={row}
      href={hrefOf(row.id)}
      open={row.id === openId}
      selected={selection.has(row.id)}
      sortable={sortable && table.rows.length > 1}
      drag={drag}
      onOpen={() => onOpen(row.id)}
      onSelect={(on) => selection.select(row.id, on)}
    />
  );
}

function useOrderWords(rows: readonly RuleRow[]) {
  const t = useTranslations('rules.order');
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.rule.name ?? id;
  return {
    help: t('help'),
    taken: (id: string, priority: number) => t('taken', { name: nameOf(id), priority }),
    over: (id: string, priority: number) => t('over', { name: nameOf(id), priority }),
    put: (id: string, priority: number) => t('put', { name: nameOf(id), priority }),
    cancelled: (id: string) => t('cancelled', { name: nameOf(id) }),
  };
}
