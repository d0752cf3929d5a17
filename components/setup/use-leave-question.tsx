'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

/** Asks before a panel with something unsaved in it is closed: `leave` closes or asks, `question` is rendered. */
export function useLeaveQuestion(isDirty: boolean, onClose: () => void) {
  const t = useTranslations('mailSetup.leave');
  const [asking, setAsking] = useState(false);
  const question: ReactNode = asking && (
    <ConfirmDialog
      title={t('title')}
      confirmLabel={t('confirm')}
      cancelLabel={t('stay')}
      onConfirm={() => {
        setAsking(false);
        onClose();
      }}
      onClose={() => setAsking(false)}
    >
      {t('text')}
    </ConfirmDialog>
  );
  return { leave: () => (isDirty ? setAsking(true) : onClose()), question };
}
