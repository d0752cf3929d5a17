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
import type { UserRow } from '@/lib/operations/users';
import { type UserChange, useChangeWords } from './user-change';

type ConfirmChangeDialogProps = Readonly<{
  change: UserChange;
  user: UserRow;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Says what a change means before it is made. Loaded by users-screen.tsx when it is asked for. */
export default function ConfirmChangeDialog({ change, user, onConfirm, onClose }: ConfirmChangeDialogProps) {
  const t = useTranslations('users');
  const { title, text } = useChangeWords()(change, user);
  return (
    <Dialog modalType="alert" open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onConfirm}>
              {t(`actions.${change}`)}
            </Button>
            <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
