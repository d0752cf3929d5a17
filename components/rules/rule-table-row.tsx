'use client';
import {
  Button,
  Checkbox,
  Link,
  mergeClasses,
  TableCell,
  TableRow,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { onPlainClick } from '@/components/ui/link-click';
import { isOwnClick } from '@/components/ui/row-click';
import type { RowDrag } from '@/components/ui/sortable-rows';
import { StatusDot } from '@/components/ui/status-dot';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useSetupTableStyles } from '../setup/setup-table-styles';
import { useRuleTableStyles } from './rule-table-styles';
import { TargetMark } from './target-mark';
import { useRuleWords } from './use-rule-words';

type RuleTableRowProps = Readonly<{
  row: RuleRow;
  href: string;
  open: boolean;
  selected: boolean;
  sortable: boolean;
  /** Absent until what sorts the rows is there. */
  drag: RowDrag | undefined;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}>;

/** One rule. */
export function RuleTableRow(props: RuleTableRowProps) {
  const { row, href, open, selected, sortable, drag, onOpen, onSelect } = props;
  const { rule, target } = row;
  const table = useSetupTableStyles();
  const styles = useRuleTableStyles();
  const t = useTranslations('rules');
  const said = useRuleWords()(rule);
  const focusReturnsHere = useRestoreFocusTarget();
  const { name, enabled, priority, stopProcessing } = rule;
  const cell = (area: string) => mergeClasses(table.cell, area);
  return (
    <TableRow
      {...(drag && { ref: drag.ref, style: drag.style })}
      appearance={open || selected ? 'brand' : 'none'}
      className={mergeClasses(styles.row, drag?.dragging && styles.dragging)}
      onClick={(event) => {
        if (!isOwnClick(event)) return;
        // So that closing the panel leads back to this row.
        event.currentTarget.querySelector('a')?.focus();
        onOpen();
      }}
    >
      <TableCell className={cell(table.select)}>
        <Checkbox
          aria-label={t('selectOne', { name })}
          checked={selected}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
      </TableCell>
      <TableCell className={cell(styles.priority)}>
        {sortable && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ReOrderDotsVerticalRegular />}
            title={t('order.handle', { name })}
            className={styles.handle}
            {...drag?.handle}
            aria-label={t('order.handle', { name })}
          />
        )}
        <span className={styles.place}>{priority}</span>
      </TableCell>
      <TableCell className={cell(styles.status)}>
        <StatusDot tone={enabled ? 'good' : 'off'} text={enabled ? t('status.on') : t('status.off')} />
      </TableCell>
      <TableCell className={cell(styles.name)}>
        <Link
          {...focusReturnsHere}
          href={href}
          title={name}
          className={styles.nameLink}
          onClick={onPlainClick(onOpen)}
        >
          {name}
        </Link>
      </TableCell>
      <TableCell className={cell(styles.conditions)}>
        <span className={styles.said}>
          {said}{' '}
          {stopProcessing && (
            <span className={styles.stops} title={t('stopsHint')}>
              · {t('stops')}
            </span>
          )}
        </span>
      </TableCell>
      <TableCell className={cell(styles.connector)}>
        {target.state === 'deleted' || target.state === 'missing' ? (
          <span className={styles.target} title={target.name}>
            {target.name}
          </span>
        ) : (
          <Link
            href={`/connectors?connector=${encodeURIComponent(target.id)}`}
            title={target.name}
            className={styles.target}
          >
            {target.name}
          </Link>
        )}
        <TargetMark state={target.state} />
      </TableCell>
    </TableRow>
  );
}
