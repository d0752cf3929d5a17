'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { PLAN_RESULTS, type PlanResult } from '@/lib/exchange/plan-row';
import { useResultWords } from './plan-frame';
import type { PlanLine } from './plan-line';

const useStyles = makeStyles({
  counts: {
    listStyle: 'none',
    margin: '8px 0 12px',
    padding: '0',
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: '8px',
    maxWidth: '960px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  count: {
    display: 'grid',
    width: '100%',
    justifyItems: 'start',
    padding: '8px 12px',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { cursor: 'default', backgroundColor: 'transparent', color: tokens.colorNeutralForeground3 },
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  none: { fontWeight: tokens.fontWeightRegular, color: 'inherit' },
});

type PlanSummaryProps = Readonly<{
  lines: readonly PlanLine[];
  chosen: readonly PlanResult[];
  onChoose: (results: readonly PlanResult[]) => void;
}>;

/** How many rows of each result, and the way to those alone. */
export function PlanSummary({ lines, chosen, onChoose }: PlanSummaryProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.plan');
  const words = useResultWords();
  const format = useFormatter();
  return (
    <ul aria-label={t('summary')} className={styles.counts}>
      {PLAN_RESULTS.map((result) => {
        const count = lines.filter((line) => line.result === result).length;
        const isOn = chosen.includes(result);
        return (
          <li key={result}>
            <button
              type="button"
              aria-pressed={isOn}
              disabled={count === 0 && !isOn}
              className={mergeClasses(styles.count, isOn && styles.here)}
              onClick={() => onChoose(isOn ? chosen.filter((one) => one !== result) : [...chosen, result])}
            >
              <span className={mergeClasses(styles.number, count === 0 && styles.none)}>
                {format.number(count)}
              </span>
              {words.counted(result, count)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
