'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { useRowWords } from './use-row-words';
import type { Way } from './way-key';

const useStyles = makeStyles({
  chart: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'grid',
    rowGap: '2px',
    maxWidth: '900px',
  },
  way: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 260px) minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '16px',
    width: '100%',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: '4px' },
  },
  chosen: { backgroundColor: tokens.colorSubtleBackgroundSelected, fontWeight: tokens.fontWeightSemibold },
  name: { overflowWrap: 'anywhere' },
  bar: {
    width: '100%',
    height: '12px',
    '@media (max-width: 640px)': { gridColumn: '1 / -1', gridRow: 2, height: '8px' },
  },
  track: { fill: tokens.colorNeutralBackground4 },
  byConnector: { fill: tokens.colorBrandBackground },
  byItself: { fill: tokens.colorNeutralStrokeAccessible },
  bad: { fill: tokens.colorStatusDangerForeground1 },
  count: {
    minWidth: '112px',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

type WayChartProps = Readonly<{
  ways: readonly Way[];
  total: number;
  /** The way whose rows are shown; undefined for all. */
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
}>;

/** How many rows go which way. A way chosen here is the only one that the table shows. */
export function WayChart({ ways, total, chosen, onChoose }: WayChartProps) {
  const styles = useStyles();
  const t = useTranslations('traceList.summary');
  const format = useFormatter();
  const { wayName } = useRowWords();
  return (
    <ul className={styles.chart} aria-label={t('label')}>
      {ways.map((way) => {
        const { key, count, name, reason } = way;
        const share = count / total;
        const tone =
          name !== undefined ? styles.byConnector : isBad(key, reason) ? styles.bad : styles.byItself;
        return (
          <li key={key}>
            <button
              type="button"
              className={mergeClasses(styles.way, key === chosen && styles.chosen)}
              aria-pressed={key === chosen}
              title={t('show')}
              onClick={() => onChoose(key === chosen ? undefined : key)}
            >
              <span className={styles.name}>{wayName(way)}</span>
              <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.track} width="100" height="10" rx="1" />
                <rect className={tone} width={Math.max(0.5, share * 100)} height="10" rx="1" />
              </svg>
              <span className={styles.count}>
                {t('count', { count })} ·{' '}
                {format.number(share, { style: 'percent', maximumFractionDigits: 1 })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const isBad = (key: string, reason: Way['reason']): boolean => key === 'unknown' || reason === 'unreadable';
