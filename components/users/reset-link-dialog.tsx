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
import type { OneTimeLink } from '@/lib/operations/invitation-links';
import { OneTimeLinkBox } from './one-time-link-box';

type ResetLinkDialogProps = Readonly<{ name: string; link: OneTimeLink; onClose: () => void }>;

/** Shows a new reset link, once. Loaded by users-screen.tsx when there is one. */
export default function ResetLinkDialog({ name, link, onClose }: ResetLinkDialogProps) {
  const t = useTranslations('users');
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('link.resetTitle', { name })}</DialogTitle>
          <DialogContent>
            <OneTimeLinkBox link={link} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('inviteDialog.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
