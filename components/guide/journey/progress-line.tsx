'use client';
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '12px',
  },
  text: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

type ProgressLineProps = Readonly<{
  /** What it is the progress of. */
  label: string;
  atRest: number;
  total: number;
  failing: number;
}>;

/** How many steps are at rest, as a bar and in words. */
export function ProgressLine({ label, atRest, total, failing }: ProgressLineProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.progress');
  const text = t('steps', { atRest, total });
  const colour = failing > 0 ? 'error' : atRest === total ? 'success' : 'brand';
  return (
    <div className={styles.line}>
      <ProgressBar
        thickness="large"
        shape="rounded"
        color={colour}
        value={total === 0 ? 0 : atRest / total}
        aria-label={label}
        aria-valuetext={text}
      />
      <span className={styles.text}>{failing > 0 ? t('failing', { atRest, total, failing }) : text}</span>
    </div>
  );
}
