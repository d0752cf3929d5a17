'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0 },
  on: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  off: { backgroundColor: tokens.colorNeutralForeground4 },
});

/** A state as a dot and a word, never colour alone. */
export function StatusDot({ on, text }: Readonly<{ on: boolean; text: string }>) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span className={mergeClasses(styles.dot, on ? styles.on : styles.off)} aria-hidden />
      {text}
    </span>
  );
}
