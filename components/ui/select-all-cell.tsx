'use client';
import { Checkbox, makeStyles, TableHeaderCell } from '@fluentui/react-components';
import { selectAllCell } from './table-grid';
import type { Selection } from './use-selection';

const useStyles = makeStyles({ cell: selectAllCell });

type SelectAllCellProps = Readonly<{
  label: string;
  selection: Selection;
  /** How many rows are shown. */
  shown: number;
}>;

/** The heading over the rows' checkboxes: selects every row that is shown, or none. */
export function SelectAllCell({ label, selection, shown }: SelectAllCellProps) {
  const styles = useStyles();
  const all = selection.count === shown;
  return (
    <TableHeaderCell sortable={false} className={styles.cell}>
      <Checkbox
        aria-label={label}
        checked={all || (selection.count > 0 && 'mixed')}
        onChange={() => selection.selectAll(!all)}
      />
    </TableHeaderCell>
  );
}
