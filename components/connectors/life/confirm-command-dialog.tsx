'use client';
import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { isHybridWizardName } from '@/lib/mailflow/hybrid-wizard';
import { AffectedMail } from './affected-mail';
import { CommandImpact } from './command-impact';
import { type AskedCommand, needsReason, type Target } from './life-command';
import type { Said } from './run-command';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  field: { marginTop: '4px' },
});

/** The server takes no more. */
const TEXT_MAX = 1_000;

type ConfirmCommandDialogProps = Readonly<{
  command: AskedCommand;
  targets: readonly Target[];
  busy: boolean;
  onConfirm: (said: Said) => void;
  onClose: () => void;
}>;

/** Says what will happen to mail, and asks why where no passed validation stands behind it. */
export default function ConfirmCommandDialog(props: ConfirmCommandDialogProps) {
  const { command, targets, busy, onConfirm, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('life');
  const hintOf = useHint();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const count = targets.length;
  const needing = command === 'turnOn' ? targets.filter(needsReason).length : 0;
  const hybrid = targets.filter(({ name }) => isHybridWizardName(name));
  const said = text.trim();
  const confirm = () => {
    if (needing === count && said === '') return setMissing(true);
    onConfirm(said === '' ? {} : needing > 0 ? { reason: said } : { note: said });
  };
  return (
    <ConfirmDialog
      title={t(`ask.title.${command}`, { count, name: targets[0]?.name ?? '' })}
      confirmLabel={t(`commands.${command}`)}
      busy={busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <AffectedMail command={command} targets={targets} />
      <CommandImpact command={command} targets={targets} />
      {command === 'delete' && <p className={styles.text}>{t('ask.kept', { count })}</p>}
      {hybrid.length > 0 && (
        <p className={styles.text}>
          {t('ask.hybrid', { count: hybrid.length, name: hybrid[0]?.name ?? '' })}
        </p>
      )}
      {command !== 'delete' && (
        <Field
          className={styles.field}
          label={needing > 0 ? t('ask.reason') : t('ask.note')}
          required={needing === count}
          hint={hintOf(needing, count)}
          {...(isMissing &&
            said === '' && {
              validationMessage: t('ask.reasonMissing'),
              validationState: 'error' as const,
            })}
        >
          <Textarea
            value={text}
            maxLength={TEXT_MAX}
            resize="vertical"
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      )}
    </ConfirmDialog>
  );
}

function useHint(): (needing: number, count: number) => string {
  const t = useTranslations('life.ask');
  return (needing, count) => {
    if (needing === 0) return t('noteHint');
    return needing === count ? t('reasonHint', { count }) : t('someHint', { needing, count });
  };
}
