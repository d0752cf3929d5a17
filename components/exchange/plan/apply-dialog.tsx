'use client';
import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ModalDialog } from '@/components/ui/modal-dialog';
import type { PlanLine } from './plan-line';
import { PLAN_KINDS } from './plan-view';
import { overwrites } from './use-choice';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  list: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px' },
  text: { margin: '0' },
});

/** As for a version that is published. */
const NOTE_MAX = 500;

type ApplyDialogProps = Readonly<{
  fileName: string;
  chosen: readonly PlanLine[];
  busy: boolean;
  onApply: (note: string) => void;
  onClose: () => void;
}>;

/** Says what will be taken over before it is. Load it late. */
export default function ApplyDialog({ fileName, chosen, busy, onApply, onClose }: ApplyDialogProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.plan.apply');
  const common = useTranslations('common');
  const [note, setNote] = useState(() => t('noteText', { name: fileName }).slice(0, NOTE_MAX));
  const lost = chosen.filter(overwrites).length;
  const count = (kind: PlanLine['kind'], result: PlanLine['result']) =>
    chosen.filter((line) => line.kind === kind && line.result === result).length;
  return (
    <ModalDialog
      kind="alert"
      title={t('title', { count: chosen.length })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => onApply(note.trim())}>
            {busy ? t('busy') : t('confirm')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </>
      }
    >
      <div className={styles.content}>
        <ul className={styles.list}>
          {PLAN_KINDS.map((kind) => {
            const counts = { added: count(kind, 'added'), changed: count(kind, 'changed') };
            if (counts.added + counts.changed === 0) return null;
            return <li key={kind}>{t(`counted.${kind}`, counts)}</li>;
          })}
        </ul>
        {lost > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('overwrites', { count: lost })}</MessageBarBody>
          </MessageBar>
        )}
        <p className={styles.text}>{t('text')}</p>
        <Field label={t('note')} hint={t('noteHint')}>
          <Textarea
            value={note}
            maxLength={NOTE_MAX}
            resize="vertical"
            onChange={(_, { value }) => setNote(value)}
          />
        </Field>
      </div>
    </ModalDialog>
  );
}
