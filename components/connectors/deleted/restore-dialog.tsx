'use client';
import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { DeletedRow } from '@/lib/operations/deleted-connectors';

const useStyles = makeStyles({ text: { margin: '0 0 12px' } });

type RestoreDialogProps = Readonly<{
  row: DeletedRow;
  /** The new name, where the old one is taken. */
  newName: string | undefined;
  nameProblem: string | undefined;
  busy: boolean;
  onName: (name: string) => void;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Says what restoring means for mail, and asks for another name where the old one is taken. */
export default function RestoreDialog(props: RestoreDialogProps) {
  const { row, newName, nameProblem, busy, onName, onConfirm, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('deleted.dialog');
  return (
    <ConfirmDialog
      title={t('title', { name: row.name })}
      confirmLabel={t('confirm')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className={styles.text}>
        {newName === undefined ? t('text', { version: row.version }) : t('taken', { name: row.name })}
      </p>
      {newName !== undefined && (
        <Field
          label={t('newName')}
          required
          {...(nameProblem && { validationMessage: nameProblem, validationState: 'error' as const })}
        >
          <Input
            autoFocus
            value={newName}
            onChange={(_, { value }) => onName(value)}
            onKeyDown={({ key }) => key === 'Enter' && onConfirm()}
          />
        </Field>
      )}
    </ConfirmDialog>
  );
}
