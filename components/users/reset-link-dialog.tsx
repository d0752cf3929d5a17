'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ModalDialog } from '@/components/ui/modal-dialog';
import type { OneTimeLink } from '@/lib/operations/invitation-links';
import { OneTimeLinkBox } from './one-time-link-box';

type ResetLinkDialogProps = Readonly<{ name: string; link: OneTimeLink; onClose: () => void }>;

/** Shows a new reset link, once. Loaded by users-screen.tsx when there is one. */
export default function ResetLinkDialog({ name, link, onClose }: ResetLinkDialogProps) {
  const t = useTranslations('users');
  return (
    <ModalDialog
      title={t('link.resetTitle', { name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('inviteDialog.close')}</Button>}
    >
      <OneTimeLinkBox link={link} />
    </ModalDialog>
  );
}
