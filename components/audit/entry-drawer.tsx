'use client';
import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { SidePanel } from '@/components/ui/side-panel';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { type AuditActions, answerOf } from './audit-actions';
import { EntryDetails } from './entry-details';
import { useEntryWords } from './entry-words';

export type EntryDrawerProps = Readonly<{
  sequence: number;
  /** The entry, where the list has it. */
  known: AuditLogEntry | undefined;
  find: AuditActions['find'];
  onClose: () => void;
}>;

/** Loaded by entry-panel.tsx, which is what the screen uses. */
export default function EntryDrawer({ sequence, known, find, onClose }: EntryDrawerProps) {
  const t = useTranslations('audit.entry');
  const words = useEntryWords();
  const { data: answer, refetch } = useQuery({
    queryKey: ['audit-entry', sequence],
    queryFn: () => answerOf(find({ sequence })),
    enabled: known === undefined,
  });
  const entry = known ?? (answer && 'value' in answer ? answer.value : undefined);
  const trouble = !entry && answer && 'trouble' in answer ? answer.trouble : undefined;
  const otherwise = trouble ? t(trouble === 'missing' ? 'missingTitle' : 'failedTitle') : t('loading');
  return (
    <SidePanel title={entry ? words.what(entry) : otherwise} closeLabel={t('close')} onClose={onClose}>
      {entry && <EntryDetails entry={entry} />}
      {trouble && (
        <MessageBar intent={trouble === 'failed' ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>{t(trouble)}</MessageBarBody>
          {trouble === 'failed' && (
            <MessageBarActions>
              <Button size="small" onClick={() => void refetch()}>
                {t('retry')}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {!entry && !trouble && <Spinner label={t('loading')} />}
    </SidePanel>
  );
}
