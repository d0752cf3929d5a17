'use client';
import { useTranslations } from 'next-intl';
import { counts, deliveriesOf } from '@/lib/mailflow/draft-fields';
import { CHOICES, scenarioOf } from '@/lib/mailflow/scenario';
import { ChoiceField } from './choice-field';
import { useFieldStyles } from './field-styles';
import type { FieldViewProps } from './field-view';
import { ListField } from './list-field';

export function ScopeField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const scenario = scenarioOf(form.draft);
  return (
    <ChoiceField
      form={form}
      field="scope"
      label={t('fields.scope')}
      labelHidden
      choices={scenario ? CHOICES[scenario].scopes : []}
      wordsOf={(scope) => t(`scopes.${scope}`)}
      onChoose={(scope) => form.change({ scope })}
    />
  );
}

export function RecipientDomainsField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <ListField
      form={form}
      field="recipientDomains"
      hint={t('hints.recipientDomains')}
      className={styles.nested}
    />
  );
}

export function DeliveryField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  if (!counts(form.draft, 'delivery')) return null;
  return (
    <ChoiceField
      form={form}
      field="delivery"
      label={t('fields.delivery')}
      labelHidden
      choices={deliveriesOf(form.draft)}
      wordsOf={(delivery) =>
        t(`deliveries.${delivery === 'mx' && form.draft.to === 'organization' ? 'mxOfRecipient' : delivery}`)
      }
      onChoose={(delivery) => form.change({ delivery })}
    />
  );
}

export function SmartHostsField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return <ListField form={form} field="smartHosts" hint={t('hints.smartHosts')} />;
}

export const RecipientsField = ({ form }: FieldViewProps) => (
  <ListField form={form} field="validationRecipients" />
);
