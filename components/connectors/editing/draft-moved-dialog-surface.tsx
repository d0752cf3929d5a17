'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ModalDialog } from '@/components/ui/modal-dialog';
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
    <ModalDialog
      kind="alert"
      wideActions
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={onOpen}>
            {t('open', { mine })}
          </Button>
          <Button onClick={onReplace}>{t('replace')}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {t.rich('text', {
        mine,
        name: theirs.authorName,
        version: theirs.baseVersion,
        when: () => <RelativeTime at={new Date(theirs.updatedAt)} />,
      })}
    </ModalDialog>
  );
}
