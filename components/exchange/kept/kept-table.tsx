'use client';
import {
  Badge,
  Checkbox,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSetupTableStyles } from '@/components/setup/setup-table-styles';
import { RelativeTime } from '@/components/ui/relative-time';
import { isOwnClick } from '@/components/ui/row-click';
import { SelectAllCell } from '@/components/ui/select-all-cell';
import { column, NARROW } from '@/components/ui/table-grid';
import type { Selection } from '@/components/ui/use-selection';
import type { ImportSummary } from '@/lib/operations/import-view';
import { importPath } from '../exchange-paths';
import { useCountWords } from './use-count-words';

const quiet = { color: tokens.colorNeutralForeground2 };
const useStyles = makeStyles({
  row: {
    cursor: 'pointer',
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '40px minmax(0, 1fr) auto',
      gridTemplateAreas: '"select name state" ". read read" ". counts counts"',
      alignItems: 'center',
      padding: '8px 0',
    },
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [NARROW]: { fontWeight: tokens.fontWeightSemibold },
  },
  read: { ...column('240px'), ...quiet, [NARROW]: { gridArea: 'read', flexBasis: 'auto' } },
  counts: { flexGrow: 1, flexBasis: '0', ...quiet, [NARROW]: { gridArea: 'counts' } },
  state: { ...column('140px'), [NARROW]: { gridArea: 'state', flexBasis: 'auto' } },
  cell: { paddingTop: '6px', paddingBottom: '6px', [NARROW]: { paddingTop: '0', paddingBottom: '0' } },
});

type KeptTableProps = Readonly<{ rows: readonly ImportSummary[]; selection: Selection }>;

/** The imports of one page. */
export function KeptTable({ rows, selection }: KeptTableProps) {
  const table = useSetupTableStyles();
  const styles = useStyles();
  const t = useTranslations('exchange.kept');
  return (
    <Table noNativeElements aria-label={t('title')} className={table.table}>
      <TableHeader className={table.header}>
        <TableRow>
          <SelectAllCell label={t('selectAll')} selection={selection} shown={rows.length} />
          <TableHeaderCell className={table.name}>{t('columns.file')}</TableHeaderCell>
          <TableHeaderCell className={styles.read}>{t('columns.read')}</TableHeaderCell>
          <TableHeaderCell className={styles.counts}>{t('columns.plan')}</TableHeaderCell>
          <TableHeaderCell className={styles.state}>{t('columns.state')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <KeptRow
            key={row.id}
            row={row}
            selected={selection.has(row.id)}
            onSelect={(on) => selection.select(row.id, on)}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type KeptRowProps = Readonly<{
  row: ImportSummary;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}>;

function KeptRow({ row, selected, onSelect }: KeptRowProps) {
  const table = useSetupTableStyles();
  const styles = useStyles();
  const t = useTranslations('exchange.kept');
  const router = useRouter();
  const counts = useCountWords();
  const { id, fileName, createdAt, createdByName, applied } = row;
  const href = importPath(id);
  const cell = (area: string) => mergeClasses(table.cell, styles.cell, area);
  return (
    <TableRow
      appearance={selected ? 'brand' : 'none'}
      className={styles.row}
      onClick={(event) => isOwnClick(event) && router.push(href)}
    >
      <TableCell className={cell(table.select)}>
        <Checkbox
          aria-label={t('select', { name: fileName })}
          checked={selected}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
      </TableCell>
      <TableCell className={cell(table.name)}>
        <Link href={href} prefetch={false} className={styles.link}>
          {fileName}
        </Link>
      </TableCell>
      <TableCell className={cell(styles.read)}>
        <span>
          <RelativeTime at={new Date(createdAt)} /> · {createdByName}
        </span>
      </TableCell>
      <TableCell className={cell(styles.counts)}>{counts(row.counts)}</TableCell>
      <TableCell className={cell(styles.state)}>
        <Badge appearance={applied ? 'tint' : 'outline'} color={applied ? 'success' : 'informative'}>
          {applied ? t('applied') : t('notApplied')}
        </Badge>
      </TableCell>
    </TableRow>
  );
}
