'use client';
import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';

type FailureConfirmationProps = Readonly<{ confirmed: boolean; onConfirm: (confirmed: boolean) => void }>;

/** What saving after a validation that did not pass asks for. */
export function FailureConfirmation({ confirmed, onConfirm }: FailureConfirmationProps) {
  const t = useTranslations('wizard.validation');
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('notPassed')}</MessageBarBody>
      </MessageBar>
      <Checkbox
        label={t('acknowledge')}
        checked={confirmed}
        onChange={(_, { checked }) => onConfirm(checked === true)}
      />
    </>
  );
}
