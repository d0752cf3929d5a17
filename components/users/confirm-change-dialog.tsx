'use client';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { UserRow } from '@/lib/operations/users';
import { type UserChange, useChangeWords } from './user-change';

type ConfirmChangeDialogProps = Readonly<{
  change: UserChange;
  user: UserRow;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Says what a change means before it is made. */
export function ConfirmChangeDialog({ change, user, onConfirm, onClose }: ConfirmChangeDialogProps) {
  const t = useTranslations('users');
  const { title, text } = useChangeWords()(change, user);
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={t(`actions.${change}`)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {text}
    </ConfirmDialog>
  );
}
