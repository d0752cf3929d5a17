'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/ui/command-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot } from '@/components/ui/status-dot';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { ConnectorBlocks } from '../connector-blocks';
import { ValidationBlock } from './validation-block';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    color: tokens.colorNeutralForeground2,
  },
  commands: {
    display: 'flex',
    minHeight: '44px',
    alignItems: 'center',
    margin: '4px 0 16px',
    '& > button': { marginLeft: '-12px' },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type ConnectorDetailsProps = Readonly<{
  report: ConnectorReport;
  mayDelete: boolean;
  onDelete: () => void;
}>;

/** The settings in force, whose they are, and what the last validation said of them. */
export function ConnectorDetails({ report, mayDelete, onDelete }: ConnectorDetailsProps) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const { connector, version } = report;
  return (
    <>
      <div className={styles.head}>
        <StatusDot
          tone={connector.enabled ? 'good' : 'off'}
          text={connector.enabled ? t('status.on') : t('status.off')}
        />
        <span>
          {t.rich('details.version', {
            number: version.number,
            name: version.createdByName,
            when: () => <RelativeTime at={new Date(version.createdAt)} />,
          })}
        </span>
      </div>
      <div className={styles.commands}>
        <CommandButton
          icon={<DeleteRegular />}
          onClick={onDelete}
          reason={mayDelete ? undefined : t('commands.onlyAdminsDelete')}
        >
          {t('details.delete')}
        </CommandButton>
      </div>
      <ConnectorBlocks connector={connector} saved>
        <ValidationBlock report={report} />
      </ConnectorBlocks>
    </>
  );
}
