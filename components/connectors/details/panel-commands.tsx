'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowExportRegular,
  ArrowRoutingRegular,
  CheckmarkCircleRegular,
  CopyRegular,
  DeleteRegular,
  DocumentTextRegular,
  HistoryRegular,
  PauseCircleRegular,
  PlayCircleRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { exportOf } from '@/components/exchange/exchange-paths';
import { traceForConnector } from '@/components/routing/route-paths';
import { CommandButton } from '@/components/ui/command-button';
import { CommandLink } from '@/components/ui/command-link';
import type { Role } from '@/lib/auth/permissions';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { clonePath, historyPath, reportPath } from '../connector-paths';
import { targetOf } from '../life/life-command';
import type { LifeCommands } from '../life/use-life-commands';
import { useReasons } from '../life/use-reasons';

const useStyles = makeStyles({
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    minHeight: '44px',
    alignItems: 'center',
    marginLeft: '-12px',
  },
  bar: {
    margin: '4px 0 16px',
    paddingBottom: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type PanelCommandsProps = Readonly<{
  report: ConnectorReport;
  role: Role;
  commands: LifeCommands;
  /** True while a validation of it is under way. */
  validating: boolean;
  onValidate: () => void;
}>;

/** The icons of EAC's flyout, with words, and what EAC lacks. */
export function PanelCommands({ report, role, commands, validating, onValidate }: PanelCommandsProps) {
  const styles = useStyles();
  const t = useTranslations('life.commands');
  const reasons = useReasons(role);
  const { id, connector } = report;
  const target = targetOf(report);
  const turn = connector.enabled ? 'turnOff' : 'turnOn';
  return (
    <div className={styles.bar}>
      <div className={styles.commands}>
        <CommandButton
          icon={connector.enabled ? <PauseCircleRegular /> : <PlayCircleRegular />}
          reason={reasons.switch}
          onClick={() => commands.ask(turn, [target])}
        >
          {turn === 'turnOn' ? t('turnOn') : t('turnOff')}
        </CommandButton>
        <CommandButton
          icon={<CheckmarkCircleRegular />}
          reason={reasons.validate([target])}
          busy={validating}
          onClick={onValidate}
        >
          {t('validate')}
        </CommandButton>
        <CommandLink icon={<CopyRegular />} href={clonePath(id)} reason={reasons.clone}>
          {t('clone')}
        </CommandLink>
        <CommandLink icon={<ArrowRoutingRegular />} href={traceForConnector(connector)}>
          {t('trace')}
        </CommandLink>
        <CommandLink icon={<HistoryRegular />} href={historyPath(id)}>
          {t('history')}
        </CommandLink>
        <CommandLink icon={<DocumentTextRegular />} href={reportPath(id)}>
          {t('report')}
        </CommandLink>
        <CommandLink icon={<ArrowExportRegular />} href={exportOf([id])}>
          {t('export')}
        </CommandLink>
        <CommandButton
          icon={<DeleteRegular />}
          reason={reasons.delete}
          onClick={() => commands.ask('delete', [target])}
        >
          {t('delete')}
        </CommandButton>
      </div>
    </div>
  );
}
