'use client';
import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { MatrixCellView } from './matrix-cell';
import type { Matrix, MatrixHost } from './matrix-rows';
import { StateIcon } from './state-icon';
import { taskKey } from './task-key';
import { useDuration, useFindingWords } from './validation-words';

const useStyles = makeStyles({
  // It scrolls by itself, both ways, under its own heading and beside its own addresses.
  frame: {
    maxHeight: '440px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    scrollbarWidth: 'thin',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: '0', textAlign: 'left' },
  caption: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  head: {
    position: 'sticky',
    top: '0',
    zIndex: 2,
    height: '40px',
    minWidth: '72px',
    padding: '4px 6px',
    boxSizing: 'border-box',
    verticalAlign: 'bottom',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { position: 'static', minWidth: '0', padding: '2px' },
  },
  corner: { left: '0', zIndex: 3, textAlign: 'left', paddingLeft: '12px' },
  host: { padding: '0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  first: { borderTop: 'none' },
  hostLine: {
    position: 'sticky',
    left: '0',
    display: 'inline-grid',
    gridTemplateColumns: '20px auto',
    columnGap: '8px',
    alignItems: 'start',
    maxWidth: 'min(100cqw, 900px)',
    boxSizing: 'border-box',
    padding: '8px 12px 4px',
    fontWeight: tokens.fontWeightRegular,
  },
  hostName: {
    padding: '0',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: {
    marginLeft: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  disagreement: {
    display: 'block',
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  address: {
    position: 'sticky',
    left: '0',
    zIndex: 1,
    height: '34px',
    padding: '0 12px 0 40px',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
    '@container (max-width: 559px)': {
      paddingLeft: '12px',
      maxWidth: '124px',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
      lineHeight: tokens.lineHeightBase200,
      fontSize: tokens.fontSizeBase200,
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '@media print': { position: 'static', paddingLeft: '12px' },
  },
  unknown: { color: tokens.colorNeutralForeground3 },
});

type AddressMatrixProps = Readonly<{ matrix: Matrix; onOpen: (task: string) => void }>;

/**
 * Every address of every host against every stage: where they disagree is seen at a glance. Arrow keys go from cell to
 * cell, and each leads to the details behind it.
 */
export function AddressMatrix({ matrix, onOpen }: AddressMatrixProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const stages = useTranslations('stages');
  const arrows = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true });
  const columns = matrix.stages.length + 1;
  return (
    <div className={styles.frame} {...arrows}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('matrix.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
              {t('matrix.address')}
            </th>
            {matrix.stages.map((stage) => (
              <th key={stage} scope="col" className={styles.head}>
                {stages(stage)}
              </th>
            ))}
          </tr>
        </thead>
        {matrix.hosts.map((host, index) => (
          <tbody key={host.host}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns}
                className={mergeClasses(styles.host, index === 0 && styles.first)}
              >
                <HostLine host={host} onOpen={onOpen} />
              </th>
            </tr>
            {host.rows.map(({ address, cells }) => (
              <tr key={address ?? ''}>
                <th
                  scope="row"
                  className={mergeClasses(styles.address, address === undefined && styles.unknown)}
                >
                  {address ?? t('matrix.noAddress')}
                </th>
                {cells.map((cell) => (
                  <MatrixCellView
                    key={cell.stage}
                    cell={cell}
                    place={address ?? host.host}
                    onOpen={() => onOpen(cell.task)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function HostLine({ host, onOpen }: Readonly<{ host: MatrixHost; onOpen: (task: string) => void }>) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const words = useFindingWords();
  const duration = useDuration();
  const { task, resolveMs, disagreement } = host;
  const facts = [
    ...(task.domain === undefined || task.preference === undefined
      ? []
      : [t('matrix.preference', { domain: task.domain, preference: task.preference })]),
    ...(resolveMs === undefined ? [] : [t('matrix.resolved', { duration: duration(resolveMs) })]),
  ];
  return (
    <span className={styles.hostLine}>
      <StateIcon state={task.state} />
      <span>
        <button type="button" className={styles.hostName} onClick={() => onOpen(taskKey(task))}>
          {host.host}
        </button>
        {facts.length > 0 && <span className={styles.quiet}>{facts.join(' · ')}</span>}
        {disagreement && <span className={styles.disagreement}>{words(disagreement).text}</span>}
      </span>
    </span>
  );
}
