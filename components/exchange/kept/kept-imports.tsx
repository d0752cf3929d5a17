'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { BranchCompareRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { CommandNotice } from '@/components/ui/command-notice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ListPager } from '@/components/ui/list-pager';
import { SelectionChip } from '@/components/ui/selection-chip';
import { useSelection } from '@/components/ui/use-selection';
import { IMPORT_PAGE_SIZE } from '@/lib/operations/import-list-query';
import type { ImportPage } from '@/lib/operations/import-view';
import { compareImportsPath, importsPath } from '../exchange-paths';
import { KeptTable } from './kept-table';
import { type RemoveImportAction, useRemoveImport } from './use-remove-import';

const useStyles = makeStyles({
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '4px 0 8px', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

type KeptImportsProps = Readonly<{
  imports: ImportPage;
  /** Why this person can't remove one. */
  reason: string | undefined;
  remove: RemoveImportAction;
}>;

/** The files that were read, the newest first: each a report that stays and can be compared. */
export function KeptImports({ imports, reason, remove }: KeptImportsProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.kept');
  const pages = useTranslations('connectors.pages');
  const setup = useTranslations('mailSetup');
  const router = useRouter();
  const { rows, page, total } = imports;
  const selection = useSelection(rows.map(({ id }) => id));
  const selected = rows.filter(({ id }) => selection.has(id));
  const [asked, setAsked] = useState<readonly string[]>();
  const { run, busy, notice, dismiss } = useRemoveImport(remove);
  // The newest comes first in the list.
  const [later, earlier] = selected;
  const compareReason = selected.length === 2 ? undefined : t('chooseTwo');
  return (
    <section>
      <h2 className={styles.title}>{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      {total > 0 && (
        <CommandBar label={t('commands')}>
          <CommandButton
            icon={<BranchCompareRegular />}
            reason={compareReason}
            onClick={() =>
              earlier && later && router.push(compareImportsPath({ from: earlier.id, to: later.id }))
            }
          >
            {t('compare')}
          </CommandButton>
          {selected.length > 0 && (
            <>
              <CommandButton
                icon={<DeleteRegular />}
                reason={reason}
                onClick={() => setAsked(selected.map(({ id }) => id))}
              >
                {setup('remove')}
              </CommandButton>
              <SelectionChip
                text={t('selected', { count: selected.length })}
                clearLabel={t('clearSelection')}
                onClear={() => selection.selectAll(false)}
              />
            </>
          )}
        </CommandBar>
      )}
      <CommandNotice notice={notice} covered={asked !== undefined} onDismiss={dismiss} />
      {total === 0 ? (
        <p className={styles.text}>{t('none')}</p>
      ) : (
        <>
          <KeptTable rows={rows} selection={selection} />
          <nav aria-label={pages('label')}>
            <ListPager
              page={page}
              pageSize={IMPORT_PAGE_SIZE}
              total={total}
              onPage={(next) => router.push(importsPath(next), { scroll: false })}
            />
          </nav>
        </>
      )}
      {asked && (
        <ConfirmDialog
          title={t('removeTitle', { count: asked.length, name: selected[0]?.fileName ?? '' })}
          confirmLabel={setup('remove')}
          busy={busy}
          onConfirm={() => void run(asked).then(() => setAsked(undefined))}
          onClose={() => setAsked(undefined)}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </section>
  );
}
