'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';

/** What a connector is to a domain. `off`: it would take the mail if it were on. */
export type Mark = 'takes' | 'uncertain' | 'matches' | 'off';
export const MARKS: readonly Mark[] = ['takes', 'uncertain', 'matches', 'off'];

const useStyles = makeStyles({
  mark: { display: 'inline-block', width: '18px', height: '18px', verticalAlign: 'middle', flexShrink: 0 },
  takes: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandBackground },
  uncertain: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeDasharray: '3 2' },
  inner: { fill: tokens.colorBrandBackground, stroke: 'none' },
  matches: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible },
  off: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible },
  tick: {
    fill: 'none',
    stroke: tokens.colorNeutralForegroundOnBrand,
    strokeWidth: '1.8px',
    strokeLinecap: 'round',
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
  forced: { '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'CanvasText' } },
});

/** A full disc takes the mail, a ring only matches; told apart by form, and named for screen readers. */
export function CoverageMark({ mark, said = true }: Readonly<{ mark: Mark; said?: boolean }>) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('coverage.mark');
  return (
    <>
      <svg className={styles.mark} viewBox="0 0 18 18" aria-hidden="true">
        <circle
          className={mergeClasses(styles[mark], mark === 'takes' && styles.forced)}
          cx="9"
          cy="9"
          r={mark === 'matches' || mark === 'off' ? 5 : 7.5}
          strokeWidth="1.5"
        />
        {mark === 'takes' && <path className={styles.tick} d="M5.6 9.2l2.4 2.4 4.4-4.8" />}
        {mark === 'uncertain' && (
          <circle className={mergeClasses(styles.inner, styles.forced)} cx="9" cy="9" r="4" />
        )}
        {mark === 'off' && <path className={styles.off} d="M5.5 12.5l7-7" strokeWidth="1.5" />}
      </svg>
      {said && <span className={unseen.text}>{t(mark)}</span>}
    </>
  );
}
