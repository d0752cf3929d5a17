'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { onPlainClick } from '@/components/ui/link-click';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { editPath } from '../connector-paths';
import { ChangeList } from '../history/change-list';
import type { PanelActions } from './panel-actions';

const useStyles = makeStyles({ bar: { marginBottom: '16px' }, changes: { marginTop: '4px' } });

/** The first few say what the draft is about. */
const CHANGES_SHOWN = 3;

type DraftBarProps = Readonly<{
  connectorId: string;
  draft: NonNullable<ConnectorReport['draft']>;
  /** Why this person may not edit. */
  reason: string | undefined;
  discardDraft: PanelActions['discardDraft'];
  onChanged: () => void;
}>;

/** The edit that is not published: whose, what it would change, and the ways on. Another's is asked for before it goes. */
export function DraftBar({ connectorId, draft, reason, discardDraft, onChanged }: DraftBarProps) {
  const styles = useStyles();
  const t = useTranslations('life.draft');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'moved' | 'failed'>();
  const { authorName: name, updatedAt, revision, changes, mine } = draft;
  const discard = async () => {
    setBusy(true);
    // Without the network, or the server, there is no answer at all.
    const answer = await discardDraft({ connectorId, revision }).catch(() => undefined);
    setBusy(false);
    setAsking(false);
    const moved = answer?.ok === false && answer.problem.kind === 'conflict';
    setProblem(answer?.ok ? undefined : moved ? 'moved' : 'failed');
    onChanged();
  };
  const words = {
    count: changes.length,
    name,
    when: () => <RelativeTime at={new Date(updatedAt)} />,
  };
  const href = editPath(connectorId);
  return (
    <MessageBar intent={problem ? 'error' : 'info'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {t.rich(mine ? 'mine' : 'bar', words)}
        {problem && <div role="alert">{problem === 'moved' ? t('moved') : t('failed')}</div>}
        {changes.length > 0 && (
          <div className={styles.changes}>
            <ChangeList changes={changes} shown={CHANGES_SHOWN} />
          </div>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <DisabledReason reason={reason}>
          <Button as="a" size="small" href={href} onClick={onPlainClick(() => router.push(href))}>
            {t('continue')}
          </Button>
        </DisabledReason>
        <DisabledReason reason={reason}>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => (mine ? void discard() : setAsking(true))}
          >
            {t('discard')}
          </Button>
        </DisabledReason>
      </MessageBarActions>
      {asking && (
        <ConfirmDialog
          title={t('askTitle', { name })}
          confirmLabel={t('discard')}
          busy={busy}
          onConfirm={() => void discard()}
          onClose={() => setAsking(false)}
        >
          {t('askText')}
        </ConfirmDialog>
      )}
    </MessageBar>
  );
}
