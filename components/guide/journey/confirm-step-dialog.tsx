'use client';
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ModalDialog } from '@/components/ui/modal-dialog';

/** What confirmStep takes. */
const NOTE_MAX = 500;

export type ConfirmStepDialogProps = Readonly<{
  /** The step's title. */
  title: string;
  subject: string | undefined;
  onConfirm: (note: string) => void;
  onClose: () => void;
}>;

/** A person's word that a step is done, and what they have to say about it. */
export default function ConfirmStepDialog({ title, subject, onConfirm, onClose }: ConfirmStepDialogProps) {
  const t = useTranslations('guideScreens.confirm');
  const common = useTranslations('common');
  const [note, setNote] = useState('');
  return (
    <ModalDialog
      title={t('title')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(note.trim());
      }}
      actions={
        <>
          <Button appearance="primary" type="submit">
            {t('confirm')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </>
      }
    >
      <p>{subject === undefined ? title : t('about', { title, subject })}</p>
      <p>{t('text')}</p>
      <Field label={t('note')} hint={t('noteHint')}>
        <Textarea value={note} maxLength={NOTE_MAX} rows={3} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ModalDialog>
  );
}
