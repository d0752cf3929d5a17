'use client';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  BinRecycleRegular,
  CheckmarkCircleRegular,
  DeleteRegular,
  DismissRegular,
  EditRegular,
  PauseCircleRegular,
  PlayCircleRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/ui/command-button';
import { CommandLink } from '@/components/ui/command-link';
import type { Role } from '@/lib/auth/permissions';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import { DELETED_PATH, editPath } from '../connector-paths';
import type { LifeCommands } from '../life/use-life-commands';
import { useReasons } from '../life/use-reasons';
import { AddConnector } from './add-connector';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    marginLeft: '8px',
    paddingLeft: '12px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    whiteSpace: 'nowrap',
  },
  clear: { minWidth: '28px', color: 'inherit', borderRadius: tokens.borderRadiusCircular },
});

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
        <SelectionChip count={selected.length} onClear={onClear} />
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

function SelectionChip({ count, onClear }: Readonly<{ count: number; onClear: () => void }>) {
  const styles = useStyles();
  const t = useTranslations('connectors.commands');
  return (
    <span className={styles.chip}>
      <span role="status">{t('selected', { count })}</span>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={t('clearSelection')}
        title={t('clearSelection')}
        onClick={onClear}
        className={styles.clear}
      />
    </span>
  );
}
