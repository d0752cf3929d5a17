'use client';
import { ArrowSyncRegular, ListRegular, PrintRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';

type GuideCommandsProps = Readonly<{
  /** Why nothing can be checked or chosen. */
  reason: string | undefined;
  checking: boolean;
  /** True while the scenarios are shown. */
  choosing: boolean;
  onCheck: () => void;
  onChoosing: () => void;
}>;

/** What can be done with the whole guide. */
export function GuideCommands({ reason, checking, choosing, onCheck, onChoosing }: GuideCommandsProps) {
  const t = useTranslations('guideScreens.commands');
  return (
    <CommandBar label={t('label')}>
      <CommandButton icon={<ArrowSyncRegular />} reason={reason} busy={checking} onClick={onCheck}>
        {t('check')}
      </CommandButton>
      <CommandButton icon={<ListRegular />} reason={reason} onClick={onChoosing}>
        {choosing ? t('keepScenario') : t('changeScenario')}
      </CommandButton>
      <CommandButton icon={<PrintRegular />} onClick={() => window.print()}>
        {t('print')}
      </CommandButton>
    </CommandBar>
  );
}
