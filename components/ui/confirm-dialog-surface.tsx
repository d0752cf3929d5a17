'use client';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useKeptFocusManager } from './focus-keeper';

export type ConfirmDialogProps = Readonly<{
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The verb of what is confirmed: "Delete", never "OK". */
  confirmLabel: string;
  /** "Cancel" without one. */
  cancelLabel?: string;
  /** True while the confirmed work is running: the dialog stays and can't be confirmed twice. */
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Loaded by confirm-dialog.tsx, which is what screens use. */
export default function ConfirmDialogSurface({
  title,
  children,
  confirmLabel,
  cancelLabel,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useTranslations('common');
  useKeptFocusManager();
  return (
    <Dialog modalType="alert" open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
            <Button onClick={onClose}>{cancelLabel ?? t('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
