'use client';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import {
  BranchCompareRegular,
  CheckmarkCircleRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { CommandLink } from '@/components/ui/command-link';
import { DownloadLink } from '@/components/ui/download-link';
import type { ValidationRunPage } from '@/lib/operations/validation-run-page';
import {
  compareRunsPath,
  reportFilePath,
  runPath,
  runsOfConnectorPath,
  transcriptFilePath,
} from '../run-paths';
import { type RunActions, useRunAgain } from './use-run-again';

const useStyles = makeStyles({
  beside: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  problem: { margin: '8px 0' },
});

type RunCommandsProps = Readonly<{ page: ValidationRunPage; open: boolean; actions: RunActions }>;

/** What can be done with a run, and the ways to the runs beside it. */
export function RunCommands({ page, open, actions }: RunCommandsProps) {
  const styles = useStyles();
  const t = useTranslations('runs.run');
  const problems = useTranslations('connectors.details.validateProblem');
  const { again, busy, problem } = useRunAgain(actions.requestValidation);
  const { connector, previous, next, run } = page;
  const compareReason = open ? t('compareOpen') : previous ? undefined : t('compareNone');
  return (
    <>
      <CommandBar
        label={t('commands')}
        end={
          connector && (
            <nav aria-label={t('beside')} className={styles.beside}>
              <CommandLink
                icon={<ChevronLeftRegular />}
                href={previous ? runPath(previous.id) : ''}
                reason={previous ? undefined : t('noPrevious')}
              >
                {t('previous')}
              </CommandLink>
              <CommandLink
                icon={<ChevronRightRegular />}
                href={next ? runPath(next.id) : ''}
                reason={next ? undefined : t('noNext')}
              >
                {t('next')}
              </CommandLink>
              <CommandLink href={runsOfConnectorPath(connector.id)}>{t('all')}</CommandLink>
            </nav>
          )
        }
      >
        <CommandButton
          icon={<CheckmarkCircleRegular />}
          busy={busy || open}
          reason={againReason()}
          onClick={() => connector && void again(connector.id)}
        >
          {t('again')}
        </CommandButton>
        {connector && (
          <CommandLink
            icon={<BranchCompareRegular />}
            href={previous ? compareRunsPath(previous.id, run.id) : ''}
            reason={compareReason}
          >
            {t('compare')}
          </CommandLink>
        )}
        <DownloadLink quiet href={reportFilePath(run.id)}>
          {t('json')}
        </DownloadLink>
        <DownloadLink quiet href={transcriptFilePath(run.id)}>
          {t('transcripts')}
        </DownloadLink>
        <CommandButton icon={<PrintRegular />} onClick={() => window.print()}>
          {t('print')}
        </CommandButton>
      </CommandBar>
      {problem && (
        <MessageBar intent="error" className={styles.problem}>
          <MessageBarBody role="alert">{problems(problem)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );

  function againReason(): string | undefined {
    if (!connector) return t('againUnsaved');
    return connector.deleted ? t('againDeleted') : undefined;
  }
}
