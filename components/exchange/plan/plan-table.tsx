'use client';
import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { PlanLine } from './plan-line';
import { PlanTableRow } from './plan-table-row';
import { usePlanTableStyles } from './plan-table-styles';
import { type Choice, isTakeable } from './use-choice';

type PlanTableProps = Readonly<{
  label: string;
  /** The rows of one page. */
  lines: readonly PlanLine[];
  /** The rows of all pages that search and filters let through. */
  found: readonly PlanLine[];
  /** Absent where nothing can be chosen. */
  choice: Choice | undefined;
  /** The rows that have changed since the reader chose. */
  moved: ReadonlySet<string>;
  openRow: string;
  onOpen: (key: string) => void;
}>;

/** The rows of a plan, each with what is different; opened, with both sides. */
export function PlanTable(props: PlanTableProps) {
  const { label, lines, found, choice, moved, openRow, onOpen } = props;
  const styles = usePlanTableStyles();
  const t = useTranslations('exchange.plan');
  const takeable = found.filter(isTakeable).map(({ key }) => key);
  const count = takeable.filter((key) => choice?.has(key)).length;
  const all = count > 0 && count === takeable.length;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className={mergeClasses(styles.select, styles.selectCell)}>
              <Checkbox
                aria-label={t('chooseAll', { count: takeable.length })}
                title={t('chooseAll', { count: takeable.length })}
                disabled={takeable.length === 0}
                checked={all || (count > 0 && 'mixed')}
                onChange={() => choice.set(takeable, !all)}
              />
            </th>
          )}
          <th scope="col" className={styles.name}>
            {t('columns.name')}
          </th>
          <th scope="col" className={styles.kind}>
            {t('columns.kind')}
          </th>
          <th scope="col" className={styles.result}>
            {t('columns.result')}
          </th>
          <th scope="col">{t('columns.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PlanTableRow
            key={line.key}
            line={line}
            choice={choice}
            hasMoved={moved.has(line.key)}
            open={line.key === openRow}
            onOpen={(open) => onOpen(open ? line.key : '')}
          />
        ))}
      </tbody>
    </table>
  );
}
