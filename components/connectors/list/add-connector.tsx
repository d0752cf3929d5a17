'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { onPlainClick } from '@/components/ui/link-click';

const WIZARD = '/connectors/new';
const useStyles = makeStyles({
  command: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
});

type AddConnectorProps = Readonly<{
  allowed: boolean;
  /** The next step where there is no connector yet, and not one command among others. */
  first?: boolean;
}>;

/** The link to the wizard. */
export function AddConnector({ allowed, first = false }: AddConnectorProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.commands');
  const router = useRouter();
  return (
    <DisabledReason reason={allowed ? undefined : t('onlyAdminsAdd')}>
      <Button
        as="a"
        href={WIZARD}
        appearance={first ? 'primary' : 'subtle'}
        icon={<AddRegular />}
        onClick={onPlainClick(() => router.push(WIZARD))}
        {...(!first && { className: styles.command })}
      >
        {first ? t('addFirst') : t('add')}
      </Button>
    </DisabledReason>
  );
}
