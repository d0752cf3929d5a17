'use client';
import {
  AddRegular,
  ArrowClockwiseRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  DeleteRegular,
  PauseCircleRegular,
  PlayCircleRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/ui/command-button';
import { SelectionChip } from '@/components/ui/selection-chip';
import type { RuleRow } from '@/lib/operations/transport-rules';
import type { RuleCommandsInHand } from './use-rule-commands';

type RuleCommandsProps = Readonly<{
  rules: readonly RuleRow[];
  selected: readonly RuleRow[];
  /** Why this person may change nothing. */
  reason: string | undefined;
  searching: boolean;
  commands: RuleCommandsInHand;
  refreshing: boolean;
  onAdd: () => void;
  onRemove: (row: RuleRow) => void;
  onRefresh: () => void;
  onClear: () => void;
}>;

/** What can be done with the rules; with a selection, what can be done with that, as in EAC. */
export function RuleCommands(props: RuleCommandsProps) {
  const { rules, selected, reason, searching, commands, refreshing } = props;
  const { onAdd, onRemove, onRefresh, onClear } = props;
  const t = useTranslations('rules');
  const [only, ...others] = selected;
  const one = others.length === 0 ? only : undefined;
  const off = selected.filter(({ rule }) => !rule.enabled);
  const on = selected.filter(({ rule }) => rule.enabled);
  const fixed = reason ?? (searching ? t('order.searching') : undefined);
  return (
    <>
      {selected.length === 0 && (
        <CommandButton icon={<AddRegular />} reason={reason} onClick={onAdd}>
          {t('commands.add')}
        </CommandButton>
      )}
      {one && one.id !== rules[0]?.id && (
        <CommandButton icon={<ArrowUpRegular />} reason={fixed} onClick={() => commands.move(one.id, -1)}>
          {t('commands.up')}
        </CommandButton>
      )}
      {one && one.id !== rules.at(-1)?.id && (
        <CommandButton icon={<ArrowDownRegular />} reason={fixed} onClick={() => commands.move(one.id, 1)}>
          {t('commands.down')}
        </CommandButton>
      )}
      {off.length > 0 && (
        <CommandButton
          icon={<PlayCircleRegular />}
          reason={reason}
          onClick={() => void commands.switch(off, true)}
        >
          {t('commands.turnOn')}
        </CommandButton>
      )}
      {on.length > 0 && (
        <CommandButton
          icon={<PauseCircleRegular />}
          reason={reason}
          onClick={() => void commands.switch(on, false)}
        >
          {t('commands.turnOff')}
        </CommandButton>
      )}
      {one && (
        <CommandButton icon={<DeleteRegular />} reason={reason} onClick={() => onRemove(one)}>
          {t('commands.remove')}
        </CommandButton>
      )}
      <CommandButton icon={<ArrowClockwiseRegular />} busy={refreshing} onClick={onRefresh}>
        {t('commands.refresh')}
      </CommandButton>
      {selected.length > 0 && (
        <SelectionChip
          text={t('commands.selected', { count: selected.length })}
          clearLabel={t('commands.clearSelection')}
          onClear={onClear}
        />
      )}
    </>
  );
}
