'use client';
import { Button, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { DisabledReason } from './disabled-reason';

const useStyles = makeStyles({
  button: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
});

type CommandButtonProps = Readonly<{
  icon: ReactElement;
  children: ReactNode;
  onClick: () => void;
  /** Why the command can't be used now; the button stays in its place and says it. */
  reason?: string | undefined;
  /** True while what it started is running. */
  busy?: boolean;
}>;

/** One quiet command: icon and word. A dialog that it opened gives the focus back to it. */
export function CommandButton({ icon, children, onClick, reason, busy = false }: CommandButtonProps) {
  const styles = useStyles();
  const focusReturnsHere = useRestoreFocusTarget();
  return (
    <DisabledReason reason={reason}>
      <Button
        {...focusReturnsHere}
        appearance="subtle"
        icon={icon}
        disabledFocusable={busy}
        onClick={onClick}
        className={styles.button}
      >
        {children}
      </Button>
    </DisabledReason>
  );
}
