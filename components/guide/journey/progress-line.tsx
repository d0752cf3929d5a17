'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '12px',
  },
  bar: {
    display: 'block',
    width: '100%',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    printColorAdjust: 'exact',
  },
  rest: { fill: tokens.colorNeutralBackground6 },
  some: { fill: tokens.colorCompoundBrandBackground },
  all: { fill: tokens.colorStatusSuccessForeground1 },
  bad: { fill: tokens.colorStatusDangerForeground1 },
  text: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

type ProgressLineProps = Readonly<{
  /** What it is the progress of. */
  label: string;
  atRest: number;
  total: number;
  failing: number;
}>;

/** How many steps are at rest, as a bar and in words. Drawn, as the page's policy takes no style of an element's own. */
export function ProgressLine({ label, atRest, total, failing }: ProgressLineProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.progress');
  const text = failing > 0 ? t('failing', { atRest, total, failing }) : t('steps', { atRest, total });
  const tone = failing > 0 ? styles.bad : atRest === total ? styles.all : styles.some;
  return (
    <div className={styles.line}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={atRest}
        aria-valuetext={text}
      >
        <svg
          className={styles.bar}
          viewBox={`0 0 ${Math.max(total, 1)} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect className={styles.rest} width="100%" height="1" />
          <rect className={tone} width={atRest} height="1" />
        </svg>
      </div>
      <span className={styles.text} aria-hidden>
        {text}
      </span>
    </div>
  );
}
