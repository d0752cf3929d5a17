'use client';
import {
  Checkbox,
  Link,
  mergeClasses,
  TableCell,
  TableRow,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { onPlainClick } from '@/components/ui/link-click';
import { isOwnClick } from '@/components/ui/row-click';
import { StatusDot } from '@/components/ui/status-dot';
import { endsOf } from '@/lib/mailflow/scenario';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import type { FindingMark } from '@/lib/operations/setup-findings';
import { HealthBadge } from '../health-badge';
import { RowMarks } from './row-marks';
import { useTableStyles } from './table-styles';

type ConnectorTableRowProps = Readonly<{
  row: ConnectorRow;
  mark: FindingMark | undefined;
  href: string;
  open: boolean;
  selected: boolean;
  validating: boolean;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}>;

/** One connector. */
export function ConnectorTableRow(props: ConnectorTableRowProps) {
  const { row, mark, href, open, selected, validating, onOpen, onSelect } = props;
  const styles = useTableStyles();
  const t = useTranslations('connectors');
  const { from, to } = endsOf(row);
  const focusReturnsHere = useRestoreFocusTarget();
  const openFromRow = ({ currentTarget }: MouseEvent) => {
    // So that closing the panel leads back to this row.
    currentTarget.querySelector('a')?.focus();
    onOpen();
  };
  const cell = (area: string) => mergeClasses(styles.cell, area);
  return (
    <TableRow
      appearance={open || selected ? 'brand' : 'none'}
      className={styles.row}
      onClick={(event) => isOwnClick(event) && openFromRow(event)}
    >
      <TableCell className={cell(styles.select)}>
        <Checkbox
          aria-label={t('list.selectOne', { name: row.name })}
          checked={selected}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
      </TableCell>
      <TableCell className={cell(styles.status)}>
        <StatusDot
          tone={row.enabled ? 'good' : 'off'}
          text={row.enabled ? t('status.on') : t('status.off')}
        />
      </TableCell>
      <TableCell className={cell(styles.name)}>
        <Link
          {...focusReturnsHere}
          href={href}
          title={row.name}
          className={styles.nameLink}
          onClick={onPlainClick(onOpen)}
        >
          {row.name}
        </Link>
        <RowMarks row={row} mark={mark} />
      </TableCell>
      <TableCell className={cell(styles.from)}>{t(`endpointShort.${from}`)}</TableCell>
      <TableCell className={cell(styles.to)}>{t(`endpointShort.${to}`)}</TableCell>
      <TableCell className={cell(styles.validation)}>
        <HealthBadge health={row.health} lastValidatedAt={row.lastValidatedAt} validating={validating} />
      </TableCell>
    </TableRow>
  );
}
