'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: '0' },
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    '& p': { margin: '0' },
  },
});

type ConnectorBlockProps = Readonly<{ title: string; children: ReactNode; action?: ReactNode }>;

/** One group of settings under its heading, ruled off from the one before; `action` stands at its end. */
export function ConnectorBlock({ title, children, action }: ConnectorBlockProps) {
  const styles = useStyles();
  return (
    // Without a name of its own it is no landmark: a screen of them would be none at all.
    <section className={styles.block}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.body}>{children}</div>
      {action}
    </section>
  );
}
