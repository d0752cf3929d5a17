'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import { stageFact } from '@/lib/mailflow/stage-fact';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { type StageSlot, slotState } from './stage-groups';
import { StateIcon } from './state-icon';
import { useDuration } from './validation-words';

const useStyles = makeStyles({
  // Every row has its height before anything is in it, so that arriving stages move nothing.
  row: {
    display: 'grid',
    gridTemplateColumns: '16px 150px minmax(0, 1fr) 64px',
    columnGap: '12px',
    alignItems: 'center',
    height: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': { gridTemplateColumns: '16px 112px minmax(0, 1fr) 56px', columnGap: '8px' },
  },
  icon: { display: 'inline-flex', '& > *': { fontSize: '16px' } },
  name: { lineHeight: '18px', maxHeight: '36px', overflow: 'hidden', overflowWrap: 'anywhere' },
  pending: { color: tokens.colorNeutralForeground3 },
  middle: { display: 'grid', rowGap: '3px', minWidth: '0' },
  fact: {
    height: '16px',
    lineHeight: '16px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  bar: { display: 'block', width: '100%', height: '6px', overflow: 'hidden', borderRadius: '3px' },
  track: { fill: tokens.colorNeutralStroke3 },
  done: { fill: tokens.colorBrandStroke1 },
  open: { fill: tokens.colorStatusWarningForeground3 },
  quiet: { fill: tokens.colorNeutralForeground4 },
  failed: { fill: tokens.colorStatusDangerForeground1 },
  running: { fill: tokens.colorBrandStroke1 },
  time: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

type StageRowViewProps = Readonly<{
  slot: StageSlot;
  span: Readonly<{ from: number; to: number }>;
  elapsedMs: number;
  /** Those of the task. */
  findings: readonly VerdictFinding[];
  /** True where nothing more will come. */
  isOver: boolean;
}>;

/** One stage: its name, what it told, its bar on the common time axis, its milliseconds, growing while it runs. */
export function StageRowView({ slot, span, elapsedMs, isOver, findings }: StageRowViewProps) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('validation');
  const stages = useTranslations('stages');
  const factWords = useTranslations('validation.fact');
  const duration = useDuration();
  const { row, stage, check, again } = slot;
  const name = check ? t(`check.${check}`) : stages(stage);
  const ms = row ? (row.durationMs ?? Math.max(0, elapsedMs - row.startedAtMs)) : 0;
  const state = slotState(slot, findings, isOver);
  const tone = {
    failed: styles.failed,
    inconclusive: styles.open,
    warned: styles.open,
    running: styles.running,
  }[state as 'failed'];
  const share = (value: number) => `${Math.min(100, (100 * value) / (span.to - span.from)).toFixed(2)}%`;
  const heldBack = row?.heldBackMs ? t('heldBack', { duration: duration(row.heldBackMs) }) : '';
  const told = row ? stageFact(row, (key, values) => factWords(key, values)) : '';
  const fact = [heldBack, told].filter((part) => part !== '').join(' · ');
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <StateIcon state={state} />
        <span className={unseen.text}>{t(`state.${state}`)}</span>
      </span>
      <span className={mergeClasses(styles.name, !row && styles.pending)}>
        {again ? t('again', { stage: name }) : name}
      </span>
      <span className={styles.middle}>
        <span className={styles.fact} title={fact || undefined}>
          {fact}
        </span>
        <svg className={styles.bar} aria-hidden="true">
          <rect className={styles.track} width="100%" height="100%" />
          {row && (
            <rect
              className={tone ?? (row.failure ? styles.quiet : styles.done)}
              x={share(Math.max(0, Math.min(row.startedAtMs - span.from, 0.99 * (span.to - span.from))))}
              width={share(Math.max(ms, (span.to - span.from) / 150))}
              height="100%"
              rx="3"
            />
          )}
        </svg>
      </span>
      <span className={mergeClasses(styles.time, !row && styles.pending)}>{row ? duration(ms) : '–'}</span>
    </li>
  );
}
