'use client';
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SidePanel } from '@/components/ui/side-panel';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useLeaveQuestion } from '../setup/use-leave-question';
import type { RuleActions } from './rule-actions';
import { RuleForm } from './rule-form';

const useStyles = makeStyles({ note: { marginBottom: '12px' } });

type RuleDrawerProps = Readonly<{
  /** The rule that the address asks for; undefined for a new one. */
  id: string | undefined;
  /** It, where it is there. */
  row: RuleRow | undefined;
  readOnly: boolean;
  actions: RuleActions;
  notice: ReactNode;
  onSaved: (text: string) => void;
  onRemove: (row: RuleRow) => void;
  onClose: () => void;
}>;

/** Loaded by the screen when one opens: a new rule, or one that is there. */
export default function RuleDrawer(props: RuleDrawerProps) {
  const { id, row, readOnly, actions, notice, onSaved, onRemove, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('rules.panel');
  const setup = useTranslations('mailSetup');
  const [isDirty, setDirty] = useState(false);
  const { leave, question } = useLeaveQuestion(isDirty, onClose);
  if (id !== undefined && !row) {
    return (
      <SidePanel title={t('gone')} closeLabel={setup('close')} onClose={onClose}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('goneText')}</MessageBarBody>
        </MessageBar>
      </SidePanel>
    );
  }
  return (
    <SidePanel title={row?.rule.name ?? t('add')} closeLabel={setup('close')} onClose={leave}>
      {notice}
      {readOnly && (
        <MessageBar intent="info" className={styles.note}>
          <MessageBarBody>{setup('readOnly')}</MessageBarBody>
        </MessageBar>
      )}
      <RuleForm
        row={row}
        readOnly={readOnly}
        actions={actions}
        onDirty={setDirty}
        onSaved={onSaved}
        more={
          row && (
            <Button icon={<DeleteRegular />} onClick={() => onRemove(row)}>
              {setup('remove')}
            </Button>
          )
        }
      />
      {question}
    </SidePanel>
  );
}
