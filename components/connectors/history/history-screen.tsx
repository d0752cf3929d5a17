'use client';
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { BranchCompareRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { BackLink } from '@/components/ui/back-link';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandLink } from '@/components/ui/command-link';
import { PageHeader } from '@/components/ui/page-header';
import { may, type Role } from '@/lib/auth/permissions';
import type { ConnectorHistory } from '@/lib/operations/connector-history';
import { comparePath, connectorPath, DELETED_PATH, restorePath } from '../connector-paths';
import { HistoryEntry } from './history-entry';
import { useChosenPair } from './use-chosen-pair';
import { type HistoryAction, useVersions } from './use-versions';

const useStyles = makeStyles({
  notice: { marginBottom: '8px' },
  // Choices far down the page can be compared without going back up.
  bar: {
    maxWidth: '960px',
    position: 'sticky',
    top: '48px',
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { display: 'none' },
  },
  list: { listStyleType: 'none', margin: '0', padding: '0', maxWidth: '960px' },
  end: { display: 'flex', alignItems: 'center', columnGap: '12px', paddingTop: '16px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

type HistoryScreenProps = Readonly<{ history: ConnectorHistory; role: Role; loadHistory: HistoryAction }>;

/** Every version of a connector, the newest first; any two can be compared, older ones restored. */
export function HistoryScreen({ history, role, loadHistory }: HistoryScreenProps) {
  const styles = useStyles();
  const t = useTranslations('history');
  const format = useFormatter();
  const { id, name, deleted, inForce } = history;
  const { versions, more, state, loadOlder } = useVersions(history, loadHistory);
  const chosen = useChosenPair(versions.map(({ number }) => number));
  const isOnly = versions.length === 1;
  const restoreReason = may(role, 'connector:edit') ? undefined : t('onlyAdminsRestore');
  return (
    <>
      <BackLink href={deleted ? DELETED_PATH : connectorPath(id)}>
        {deleted ? t('backToDeleted') : t('backToConnector')}
      </BackLink>
      <PageHeader title={t('title', { name })} description={t('description')} />
      {deleted && (
        <MessageBar intent="warning" layout="multiline" className={styles.notice}>
          <MessageBarBody>
            {t('deleted', {
              name: deleted.byName,
              date: format.dateTime(new Date(deleted.at), 'short'),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {isOnly ? (
        <p className={styles.quiet}>{t('only')}</p>
      ) : (
        <div className={styles.bar}>
          <CommandBar label={t('commands')}>
            <CommandLink
              icon={<BranchCompareRegular />}
              href={chosen.pair ? comparePath(id, chosen.pair) : ''}
              reason={chosen.pair ? undefined : t('chooseTwo')}
            >
              {chosen.pair ? t('compare', chosen.pair) : t('compareTwo')}
            </CommandLink>
          </CommandBar>
        </div>
      )}
      <ol className={styles.list} aria-label={t('versions')}>
        {versions.map((entry) => (
          <HistoryEntry
            key={entry.number}
            entry={entry}
            mark={entry.number === inForce ? t(deleted ? 'lastInForce' : 'inForce') : undefined}
            choice={
              isOnly
                ? undefined
                : { chosen: chosen.has(entry.number), onToggle: () => chosen.toggle(entry.number) }
            }
            restore={
              deleted || entry.number === inForce
                ? undefined
                : { href: restorePath(id, entry.number), reason: restoreReason }
            }
          />
        ))}
      </ol>
      {more && (
        <div className={styles.end}>
          <Button disabledFocusable={state === 'loading'} onClick={() => void loadOlder()}>
            {state === 'loading' ? t('loading') : t('older')}
          </Button>
          {state === 'failed' && <span role="alert">{t('failed')}</span>}
        </div>
      )}
    </>
  );
}
