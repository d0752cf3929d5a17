'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', rowGap: '8px', flexWrap: 'wrap' },
  hint: {
    flexGrow: 1,
    flexBasis: '200px',
    margin: '0',
    color: tokens.colorNeutralForeground2,
    // On a phone the reason has a line of its own above, so that the buttons stay together.
    '@media (max-width: 640px)': { order: -1, flexBasis: '100%', ':empty': { display: 'none' } },
  },
  cancel: { marginLeft: 'auto' },
});

type WizardFooterProps = Readonly<{
  words: Readonly<{ back: string; next: string; cancel: string }>;
  /** Absent on the first step. */
  onBack?: (() => void) | undefined;
  onNext: () => void;
  onCancel: () => void;
  /** Why Next can't be used yet; stands in the footer as well. */
  reason?: string | undefined;
  busy?: boolean;
  /** More commands, before Cancel. */
  children?: ReactNode;
}>;

/** Back, Next and Cancel. A Next that waits for something says for what. */
export function WizardFooter({
  words,
  onBack,
  onNext,
  onCancel,
  reason,
  busy = false,
  children,
}: WizardFooterProps) {
  const styles = useStyles();
  const hintId = useId();
  return (
    <div className={styles.row}>
      {onBack && <Button onClick={onBack}>{words.back}</Button>}
      <Button
        appearance="primary"
        disabledFocusable={reason !== undefined || busy}
        aria-describedby={hintId}
        aria-busy={busy}
        onClick={onNext}
      >
        {words.next}
      </Button>
      <p id={hintId} className={styles.hint}>
        {reason}
      </p>
      {children}
      <Button appearance="subtle" className={styles.cancel} onClick={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
