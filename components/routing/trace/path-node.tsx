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
    rowGap: '2px',
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
    flexShrink: 0,
    width: '28px',
    height: '28px',
    fontSize: '18px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  chosenIcon: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground1 },
  wide: { flexGrow: 1.5 },
  head: { display: 'flex', alignItems: 'center', columnGap: '8px', marginBottom: '4px' },
  kind: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});

type PathNodeProps = Readonly<{
  icon: ReactElement;
  /** What it is, in small letters. */
  kind: ReactNode;
  title?: ReactNode;
  /** `chosen`: the one that the trace is about; `doubtful`: nobody knows. */
  look?: 'chosen' | 'quiet' | 'doubtful';
  /** It holds long names. */
  wide?: boolean;
  children?: ReactNode;
}>;

/** One stop on a message's path. */
export function PathNode({ icon, kind, title, look, wide = false, children }: PathNodeProps) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.node, wide && styles.wide, look && styles[look])}>
      <span className={styles.head}>
        <span className={mergeClasses(styles.icon, look === 'chosen' && styles.chosenIcon)} aria-hidden>
          {icon}
        </span>
        <span className={styles.kind}>{kind}</span>
      </span>
      {title && <span className={styles.title}>{title}</span>}
      {children && <div className={styles.more}>{children}</div>}
    </li>
  );
}
