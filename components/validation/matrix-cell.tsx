'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { MatrixCell } from './matrix-rows';
import { StateIcon } from './state-icon';
import { useDuration } from './validation-words';

const useStyles = makeStyles({
  cell: { padding: '0 2px', height: '34px' },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: '4px',
    width: '100%',
    // Icon and time have their room before they are there.
    minWidth: '68px',
    height: '28px',
    padding: '0 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media print': { minWidth: '0', flexDirection: 'column', height: 'auto' },
  },
  // An edge too, so that it is not told by colour alone.
  apart: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    boxShadow: `inset 0 0 0 1px ${tokens.colorStatusDangerBorder1}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid CanvasText', outlineOffset: '-2px' },
  },
  icon: { display: 'inline-flex', '& > *': { fontSize: '16px' } },
});

type MatrixCellViewProps = Readonly<{
  cell: MatrixCell;
  /** The address, or the host where there is none. */
  place: string;
  onOpen: () => void;
}>;

/** How one stage went at one address: an icon and its time, in words for whoever can't see them. */
export function MatrixCellView({ cell, place, onOpen }: MatrixCellViewProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const stages = useTranslations('stages');
  const duration = useDuration();
  const { state, ms, apart } = cell;
  const time = ms === undefined ? '' : duration(ms);
  const words = [t(`state.${state}`), ...(time ? [time] : []), ...(apart ? [t('matrix.apart')] : [])];
  const label = t('matrix.cell', { stage: stages(cell.stage), place, words: words.join(', ') });
  return (
    <td className={styles.cell}>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={onOpen}
        className={mergeClasses(styles.button, apart && styles.apart)}
      >
        <span className={styles.icon}>
          <StateIcon state={state} />
        </span>
        {time}
      </button>
    </td>
  );
}
