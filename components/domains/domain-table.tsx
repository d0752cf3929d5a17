'use client';
import {
  Badge,
  Checkbox,
  Link,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { onPlainClick } from '@/components/ui/link-click';
import { isOwnClick } from '@/components/ui/row-click';
import { SelectAllCell } from '@/components/ui/select-all-cell';
import { column, NARROW } from '@/components/ui/table-grid';
import type { Selection } from '@/components/ui/use-selection';
import { matchesSubDomains } from '@/lib/mailflow/accepted-domain-plan';
import type { StoredDomain } from '@/lib/operations/accepted-domains';
import { useSetupTableStyles } from '../setup/setup-table-styles';

const useStyles = makeStyles({
  row: {
    cursor: 'pointer',
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '40px auto 1fr',
      gridTemplateAreas: '"select name name" ". type below"',
      alignItems: 'center',
      padding: '8px 0',
    },
  },
  type: { ...column('200px'), [NARROW]: { gridArea: 'type', flexBasis: 'auto' } },
  subDomains: { ...column('200px'), [NARROW]: { gridArea: 'below', flexBasis: 'auto' } },
  none: { [NARROW]: { visibility: 'hidden' } },
});

type DomainTableProps = Readonly<{
  rows: readonly StoredDomain[];
  openDomain: string | undefined;
  selection: Selection;
  hrefOf: (domain: string) => string;
  onOpen: (domain: string) => void;
  /** The pointer or the focus comes near: a panel may open soon. */
  onNear: () => void;
}>;

/** The accepted domains of one page. */
export function DomainTable({ rows, openDomain, selection, hrefOf, onOpen, onNear }: DomainTableProps) {
  const table = useSetupTableStyles();
  const styles = useStyles();
  const t = useTranslations('domains');
  return (
    <Table
      noNativeElements
      aria-label={t('label')}
      className={table.table}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      <TableHeader className={table.header}>
        <TableRow>
          <SelectAllCell label={t('selectAll')} selection={selection} shown={rows.length} />
          <TableHeaderCell className={table.name}>{t('columns.domain')}</TableHeaderCell>
          <TableHeaderCell className={styles.type}>{t('columns.type')}</TableHeaderCell>
          <TableHeaderCell className={styles.subDomains}>{t('columns.subDomains')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <DomainRow
            key={row.accepted.domain}
            row={row}
            href={hrefOf(row.accepted.domain)}
            open={row.accepted.domain === openDomain}
            selected={selection.has(row.accepted.domain)}
            onOpen={() => onOpen(row.accepted.domain)}
            onSelect={(on) => selection.select(row.accepted.domain, on)}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type DomainRowProps = Readonly<{
  row: StoredDomain;
  href: string;
  open: boolean;
  selected: boolean;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}>;

function DomainRow({ row: { accepted }, href, open, selected, onOpen, onSelect }: DomainRowProps) {
  const table = useSetupTableStyles();
  const styles = useStyles();
  const t = useTranslations('domains');
  const focusReturnsHere = useRestoreFocusTarget();
  const { domain, type, isDefault } = accepted;
  const below = matchesSubDomains(accepted);
  return (
    <TableRow
      appearance={open || selected ? 'brand' : 'none'}
      className={styles.row}
      onClick={(event) => {
        if (!isOwnClick(event)) return;
        // So that closing the panel leads back to this row.
        event.currentTarget.querySelector('a')?.focus();
        onOpen();
      }}
    >
      <TableCell className={mergeClasses(table.cell, table.select)}>
        <Checkbox
          aria-label={t('selectOne', { domain })}
          checked={selected}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
      </TableCell>
      <TableCell className={mergeClasses(table.cell, table.name)}>
        <Link
          {...focusReturnsHere}
          href={href}
          title={domain}
          className={table.nameLink}
          onClick={onPlainClick(onOpen)}
        >
          {domain}
        </Link>
        {isDefault && (
          <Badge appearance="tint" color="brand" className={table.mark}>
            {t('default')}
          </Badge>
        )}
      </TableCell>
      <TableCell className={mergeClasses(table.cell, styles.type)}>{t(`type.${type}`)}</TableCell>
      <TableCell className={mergeClasses(table.cell, styles.subDomains, !below && styles.none)}>
        {below ? t('subDomains.yes') : t('subDomains.no')}
      </TableCell>
    </TableRow>
  );
}
