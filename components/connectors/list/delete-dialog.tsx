'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { NamedConnector } from './use-delete-connectors';

const useStyles = makeStyles({
  names: { margin: '0 0 12px', paddingLeft: '20px', overflowWrap: 'anywhere' },
  text: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** More names than these are counted, not listed. */
const LISTED = 10;

type DeleteDialogProps = Readonly<{
  connectors: readonly NamedConnector[];
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Names what will be deleted, and what that means for mail. */
export function DeleteDialog({ connectors, busy, onConfirm, onClose }: DeleteDialogProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.deleteDialog');
  const count = connectors.length;
  const more = count - LISTED;
  return (
    <ConfirmDialog
      title={t('title', { count, name: connectors[0]?.name ?? '' })}
      confirmLabel={t('confirm')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {count > 1 && (
        <ul className={styles.names}>
          {connectors.slice(0, LISTED).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {more > 0 && <li>{t('more', { count: more })}</li>}
        </ul>
      )}
      <p className={styles.text}>{t('text', { count })}</p>
    </ConfirmDialog>
  );
}
