'use client';
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SidePanel } from '@/components/ui/side-panel';
import type { StoredDomain } from '@/lib/operations/accepted-domains';
import { useLeaveQuestion } from '../setup/use-leave-question';
import type { DomainActions } from './domain-actions';
import { DomainForm } from './domain-form';
import { DomainUseList } from './domain-use-list';

const useStyles = makeStyles({
  note: { marginBottom: '12px' },
  uses: { marginTop: '28px' },
});

type DomainDrawerProps = Readonly<{
  /** The domain that the address asks for; undefined for a new one. */
  domain: string | undefined;
  /** It, where it is in the list. */
  stored: StoredDomain | undefined;
  /** There is no accepted domain yet. */
  isFirst: boolean;
  readOnly: boolean;
  actions: DomainActions;
  /** What came of the last command. */
  notice: ReactNode;
  onSaved: (text: string) => void;
  onRemove: (domain: string) => void;
  onClose: () => void;
}>;

/** Loaded by the screen when one opens: a new accepted domain, or one that is there. */
export default function DomainDrawer(props: DomainDrawerProps) {
  const { domain, stored, isFirst, readOnly, actions, notice, onSaved, onRemove, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('domains.panel');
  const setup = useTranslations('mailSetup');
  const [isDirty, setDirty] = useState(false);
  const { leave, question } = useLeaveQuestion(isDirty, onClose);
  if (domain !== undefined && !stored) {
    return (
      <SidePanel title={t('gone', { domain })} closeLabel={setup('close')} onClose={onClose}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('goneText')}</MessageBarBody>
        </MessageBar>
      </SidePanel>
    );
  }
  return (
    <SidePanel title={domain ?? t('add')} closeLabel={setup('close')} onClose={leave}>
      {notice}
      {readOnly && (
        <MessageBar intent="info" className={styles.note}>
          <MessageBarBody>{setup('readOnly')}</MessageBarBody>
        </MessageBar>
      )}
      <DomainForm
        stored={stored}
        isFirst={isFirst}
        readOnly={readOnly}
        actions={actions}
        onDirty={setDirty}
        onSaved={onSaved}
        more={
          domain !== undefined && (
            <Button icon={<DeleteRegular />} onClick={() => onRemove(domain)}>
              {setup('remove')}
            </Button>
          )
        }
      />
      {domain !== undefined && (
        <div className={styles.uses}>
          <DomainUseList domain={domain} uses={actions.uses} titled />
        </div>
      )}
      {question}
    </SidePanel>
  );
}
