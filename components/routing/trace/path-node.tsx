'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

/** Where the picture has no room beside, it goes down. Its box is the container, not the window. */
export const PATH_NARROW = '@container path (max-width: 640px)';

const useStyles = makeStyles({
  node: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '10px',
    alignContent: 'start',
    flex: '1 1 0',
    minWidth: '0',
    maxWidth: '320px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    [PATH_NARROW]: { maxWidth: 'none', flex: '0 0 auto' },
  },
  chosen: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    padding: '11px',
    boxShadow: tokens.shadow4,
  },
  quiet: { backgroundColor: tokens.colorNeutralBackground2 },
  doubtful: { border: `1px dashed ${tokens.colorNeutralStroke1}` },
  icon: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '32px',
    height: '32px',
    fontSize: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  chosenIcon: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground1 },
  words: { minWidth: '0', display: 'grid', rowGap: '2px' },
  kind: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  more: { marginTop: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});

type PathNodeProps = Readonly<{
  icon: ReactElement;
  /** What it is, in small letters. */
  kind: ReactNode;
  title?: ReactNode;
  /** `chosen`: the one that the trace is about; `doubtful`: nobody knows. */
  look?: 'chosen' | 'quiet' | 'doubtful';
  children?: ReactNode;
}>;

/** One stop on a message's path. */
export function PathNode({ icon, kind, title, look, children }: PathNodeProps) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.node, look && styles[look])}>
      <span className={mergeClasses(styles.icon, look === 'chosen' && styles.chosenIcon)} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <span className={styles.kind}>{kind}</span>
        {title && <span className={styles.title}>{title}</span>}
        {children && <span className={styles.more}>{children}</span>}
      </span>
    </li>
  );
}
