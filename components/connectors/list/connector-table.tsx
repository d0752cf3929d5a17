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
import { SelectAllCell } from '@/components/ui/select-all-cell';
import type { Selection } from '@/components/ui/use-selection';
import type { ConnectorListView } from '@/lib/operations/connector-list-query';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import type { SetupReview } from '@/lib/operations/setup-findings';
import { DetailsPanel } from '../details/details-panel';
import { ConnectorTableRow } from './connector-table-row';
import { useTableStyles } from './table-styles';
import { listPath } from './use-list-view';

/** In EAC's order. */
const COLUMNS = ['status', 'name', 'from', 'to', 'validation'] as const;

type ConnectorTableProps = Readonly<{
  rows: readonly ConnectorRow[];
  /** Findings that name a row's connector, by its id. */
  marks: SetupReview['marks'];
  view: ConnectorListView;
  /** True while other rows are on their way. */
  waiting: boolean;
  selection: Selection;
  /** True while a validation that was asked for here is under way. */
  isValidating: (id: string) => boolean;
  openId: string | undefined;
  onOpen: (id: string) => void;
  onSort: (order: Pick<ConnectorListView, 'sort' | 'descending'>) => void;
}>;

/** The connectors of one page. */
export function ConnectorTable(props: ConnectorTableProps) {
  const { rows, marks, view, waiting, selection, isValidating, openId, onOpen, onSort } = props;
  const styles = useTableStyles();
  const t = useTranslations('connectors');
  const { sort, descending } = view;
  return (
    <Table
      noNativeElements
      sortable
      aria-label={t('list.label')}
      aria-busy={waiting}
      onPointerEnter={DetailsPanel.preload}
      onFocus={DetailsPanel.preload}
      className={mergeClasses(styles.table, waiting && styles.waiting)}
    >
      <TableHeader className={styles.header}>
        <TableRow>
          <SelectAllCell label={t('list.selectAll')} selection={selection} shown={rows.length} />
          {COLUMNS.map((column) => (
            <TableHeaderCell
              key={column}
              className={styles[column]}
              {...(sort === column && { sortDirection: descending ? 'descending' : 'ascending' })}
              onClick={() => onSort({ sort: column, descending: sort === column && !descending })}
            >
              {t(`columns.${column}`)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <ConnectorTableRow
            key={row.id}
            row={row}
            mark={marks[row.id]}
            href={listPath(view, row.id)}
            open={row.id === openId}
            selected={selection.has(row.id)}
            validating={isValidating(row.id)}
            onOpen={() => onOpen(row.id)}
            onSelect={(selected) => selection.select(row.id, selected)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
