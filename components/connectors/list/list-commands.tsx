'use client';
import { Spinner } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowExportRegular,
  BinRecycleRegular,
  CheckmarkCircleRegular,
  DeleteRegular,
  EditRegular,
  PauseCircleRegular,
  PlayCircleRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { exportOf } from '@/components/exchange/exchange-paths';
import { CommandButton } from '@/components/ui/command-button';
import { CommandLink } from '@/components/ui/command-link';
import { SelectionChip } from '@/components/ui/selection-chip';
import type { Role } from '@/lib/auth/permissions';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import { DELETED_PATH, editPath } from '../connector-paths';
import type { LifeCommands } from '../life/use-life-commands';
import { useReasons } from '../life/use-reasons';
import { AddConnector } from './add-connector';

type ListCommandsProps = Readonly<{
  role: Role;
  selected: readonly ConnectorRow[];
  commands: LifeCommands;
  pending: boolean;
  onRefresh: () => void;
  onClear: () => void;
}>;

/** What can be done with the list; with a selection, what can be done with that, as in EAC. */
export function ListCommands(props: ListCommandsProps) {
  const { role, selected, pending, onRefresh, onClear } = props;
  const t = useTranslations('connectors.commands');
  const life = useTranslations('life.commands');
  const reasons = useReasons(role);
  const isSelecting = selected.length > 0;
  return (
    <>
      {!isSelecting && <AddConnector reason={reasons.add} />}
      {isSelecting && <SelectionCommands {...props} />}
      <CommandButton
        icon={pending ? <Spinner size="tiny" aria-hidden /> : <ArrowClockwiseRegular />}
        onClick={onRefresh}
        busy={pending}
      >
        {t('refresh')}
      </CommandButton>
      {isSelecting ? (
        <SelectionChip
          text={t('selected', { count: selected.length })}
          clearLabel={t('clearSelection')}
          onClear={onClear}
        />
      ) : (
        <CommandLink icon={<BinRecycleRegular />} href={DELETED_PATH}>
          {life('deleted')}
        </CommandLink>
      )}
    </>
  );
}

function SelectionCommands({ role, selected, commands }: ListCommandsProps) {
  const t = useTranslations('life.commands');
  const reasons = useReasons(role);
  const [only] = selected;
  const on = selected.filter(({ enabled }) => enabled);
  const off = selected.filter(({ enabled }) => !enabled);
  return (
    <>
      {only && selected.length === 1 && (
        <CommandLink icon={<EditRegular />} href={editPath(only.id)} reason={reasons.edit}>
          {t('edit')}
        </CommandLink>
      )}
      {off.length > 0 && (
        <CommandButton
          icon={<PlayCircleRegular />}
          reason={reasons.switch}
          onClick={() => commands.ask('turnOn', off)}
        >
          {t('turnOn')}
        </CommandButton>
      )}
      {on.length > 0 && (
        <CommandButton
          icon={<PauseCircleRegular />}
          reason={reasons.switch}
          onClick={() => commands.ask('turnOff', on)}
        >
          {t('turnOff')}
        </CommandButton>
      )}
      <CommandButton
        icon={<CheckmarkCircleRegular />}
        reason={reasons.validate(selected)}
        onClick={() => void commands.start('validate', selected)}
      >
        {t('validate')}
      </CommandButton>
      <CommandLink icon={<ArrowExportRegular />} href={exportOf(selected.map(({ id }) => id))}>
        {t('export')}
      </CommandLink>
      <CommandButton
        icon={<DeleteRegular />}
        reason={reasons.delete}
        onClick={() => commands.ask('delete', selected)}
      >
        {t('delete')}
      </CommandButton>
    </>
  );
}
