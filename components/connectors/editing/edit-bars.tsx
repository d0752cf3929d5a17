'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { EditingView } from '@/lib/operations/editing';
import type { Discarded } from './edit-connector';
import { EditProblem } from './edit-problem';
import { isOtherDraft } from './edit-session';
import type { DraftCommands } from './use-draft-commands';
import type { Edit } from './use-edit';

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    marginBottom: '16px',
    ':empty': { display: 'none' },
  },
  place: { outlineStyle: 'none' },
});

type EditBarsProps = Readonly<{
  edit: Edit;
  commands: DraftCommands;
  discarded: Discarded | undefined;
  /** Opens what is stored, in place of what is on the screen. */
  onOpen: (view: EditingView) => void;
}>;

/** What a person has to know of this edit before they go on: whose draft it is, and what happened meanwhile. */
export function EditBars({ edit, commands, discarded, onOpen }: EditBarsProps) {
  const styles = useStyles();
  const t = useTranslations('editing.bars');
  const { view, origin, moved, wizard } = edit;
  const { draft, inForce } = view;
  const isOther = isOtherDraft(view, origin);
  const isFreshRestore = origin.restoredFrom !== undefined && origin.revision === undefined;
  const { restored: _, ...stored } = view;
  return (
    <div className={styles.bars}>
      {commands.problem && <EditProblem problem={commands.problem} />}
      {discarded && !draft && (
        <DiscardedBar onUndo={() => void commands.undo(discarded)} busy={commands.busy} />
      )}
      {isFreshRestore && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('restore', { version: origin.restoredFrom ?? 0 })}</MessageBarBody>
        </MessageBar>
      )}
      {draft && (
        <MessageBar intent={isOther ? 'warning' : 'info'}>
          <MessageBarBody>
            {t.rich(isOther ? 'otherDraft' : 'draft', {
              mine: String(draft.mine),
              name: draft.authorName,
              version: draft.baseVersion,
              when: () => <RelativeTime at={new Date(draft.updatedAt)} />,
            })}
          </MessageBarBody>
          <MessageBarActions>
            {isOther ? (
              <Button onClick={() => onOpen(stored)}>{t('openDraft')}</Button>
            ) : (
              <Button disabledFocusable={commands.busy} onClick={() => void commands.discard(draft)}>
                {t('discard')}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
      {moved && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {t.rich('moved', {
              version: inForce.version,
              base: origin.baseVersion,
              name: inForce.createdByName,
              when: () => <RelativeTime at={new Date(inForce.createdAt)} />,
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => wizard.show('merge')}>{t('merge')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {wizard.isRestored && !isOther && (
        <MessageBar intent="info">
          <MessageBarBody>{t('kept')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => onOpen(isFreshRestore ? view : stored)}>{t('startOver')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

type DiscardedBarProps = Readonly<{ onUndo: () => void; busy: boolean }>;

/** Takes the focus: the button that was used is gone with the draft. */
function DiscardedBar({ onUndo, busy }: DiscardedBarProps) {
  const styles = useStyles();
  const t = useTranslations('editing.bars');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status" className={styles.place}>
      <MessageBar intent="success">
        <MessageBarBody>{t('discarded')}</MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={busy} onClick={onUndo}>
            {t('undo')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
