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
import { RelativeTime } from '@/components/ui/relative-time';
import type { EditingView } from '@/lib/operations/editing';

export type DraftMovedDialogProps = Readonly<{
  theirs: NonNullable<EditingView['draft']>;
  /** Drops what is on the screen. */
  onOpen: () => void;
  /** Drops the stored draft. */
  onReplace: () => void;
  onClose: () => void;
}>;

/** Loaded by draft-moved-dialog.tsx, which is what screens use. */
export default function DraftMovedDialogSurface({
  theirs,
  onOpen,
  onReplace,
  onClose,
}: DraftMovedDialogProps) {
  const t = useTranslations('editing.draftMoved');
  const mine = String(theirs.mine);
  return (
    <Dialog modalType="alert" open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogContent>
            {t.rich('text', {
              mine,
              name: theirs.authorName,
              version: theirs.baseVersion,
              when: () => <RelativeTime at={new Date(theirs.updatedAt)} />,
            })}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onOpen}>
              {t('open', { mine })}
            </Button>
            <Button onClick={onReplace}>{t('replace')}</Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
