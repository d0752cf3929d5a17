'use client';
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useKeptFocusManager } from './held-focus-manager';

const useStyles = makeStyles({
  drawer: { width: '640px', maxWidth: '100vw', '@media (max-width: 640px)': { width: '100vw' } },
  title: { overflowWrap: 'anywhere' },
});

type SidePanelProps = Readonly<{
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}>;

/** A panel from the right, over the page; the whole width on a phone. Load it late: see late-panel.tsx. */
export function SidePanel({ title, closeLabel, onClose, children }: SidePanelProps) {
  const styles = useStyles();
  useKeptFocusManager();
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.title }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={closeLabel} onClick={onClose} />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
