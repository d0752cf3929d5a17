'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { LIST_FIELDS } from '@/lib/mailflow/connector-draft';
import { counts } from '@/lib/mailflow/draft-fields';
import type { EditingView } from '@/lib/operations/editing';
import { DraftMovedDialog } from './draft-moved-dialog';
import type { DraftCommands } from './use-draft-commands';
import type { Edit } from './use-edit';

/** Of a text that is only named. */
const TEXT_MAX = 40;

const useStyles = makeStyles({
  said: {
    margin: '0',
    color: tokens.colorNeutralForeground2,
    maxWidth: '22ch',
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { order: -1, flexBasis: '100%', maxWidth: 'none' },

    ':empty': { display: 'none' },
  },
});

type SaveDraftProps = Readonly<{
  edit: Edit;
  commands: DraftCommands;
  onOpen: (view: EditingView) => void;
}>;

/** "Save as draft", from any step and however unfinished, and what came of it. */
export function SaveDraft({ edit, commands, onOpen }: SaveDraftProps) {
  const styles = useStyles();
  const t = useTranslations('editing.save');
  const { wizard, view, origin } = edit;
  const { busy, savedAt, theirs } = commands;
  const { draft, input } = wizard;
  const typed = LIST_FIELDS.find((field) => counts(draft, field) && input.pending[field].trim() !== '');
  const isStored = !wizard.unsaved && (origin.restoredFrom === undefined || origin.revision !== undefined);
  const said = () => {
    if (!savedAt || JSON.stringify(draft) !== JSON.stringify(edit.saved.draft)) return '';
    return typed ? t('savedWithout', { text: input.pending[typed].trim().slice(0, TEXT_MAX) }) : t('saved');
  };
  return (
    <>
      <p role="status" className={styles.said}>
        {said()}
      </p>
      <Button disabledFocusable={busy || isStored} onClick={() => void commands.save()}>
        {busy ? t('saving') : t('save')}
      </Button>
      {theirs && (
        <DraftMovedDialog
          theirs={theirs}
          onOpen={() => {
            commands.closeQuestion();
            const { restored: _, ...stored } = view;
            onOpen(stored);
          }}
          onReplace={() => void commands.save(theirs.revision)}
          onClose={commands.closeQuestion}
        />
      )}
    </>
  );
}
