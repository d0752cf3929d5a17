'use client';
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CommandLink } from '@/components/ui/command-link';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { onPlainClick } from '@/components/ui/link-click';

const WIZARD = '/connectors/new';

type AddConnectorProps = Readonly<{
  /** Why this person may not. */
  reason: string | undefined;
  /** The next step where there is no connector yet, and not one command among others. */
  first?: boolean;
}>;

/** The link to the wizard. */
export function AddConnector({ reason, first = false }: AddConnectorProps) {
  const t = useTranslations('connectors.commands');
  const router = useRouter();
  if (!first) {
    return (
      <CommandLink icon={<AddRegular />} href={WIZARD} reason={reason}>
        {t('add')}
      </CommandLink>
    );
  }
  return (
    <DisabledReason reason={reason}>
      <Button
        as="a"
        href={WIZARD}
        appearance="primary"
        icon={<AddRegular />}
        onClick={onPlainClick(() => router.push(WIZARD))}
      >
        {t('addFirst')}
      </Button>
    </DisabledReason>
  );
}
