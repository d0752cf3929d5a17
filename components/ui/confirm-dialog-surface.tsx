'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ModalDialog } from './modal-dialog';

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
  return (
    <ModalDialog
      kind="alert"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>{cancelLabel ?? t('cancel')}</Button>
        </>
      }
    >
      {children}
    </ModalDialog>
  );
}
