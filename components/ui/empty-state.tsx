'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    padding: '48px 16px',
    textAlign: 'center',
  },
  picture: { marginBottom: '8px' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0', maxWidth: '56ch', color: tokens.colorNeutralForeground2 },
  action: { marginTop: '12px', display: 'flex', columnGap: '8px' },
});

type EmptyStateProps = Readonly<{
  /** One of pictures.tsx, or any inline SVG that says nothing on its own. */
  picture: ReactNode;
  title: string;
  text: ReactNode;
  action?: ReactNode;
}>;

/** What stands where a list has nothing to show: why, and the next step. */
export function EmptyState({ picture, title, text, action }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <div className={styles.picture} aria-hidden>
        {picture}
      </div>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
