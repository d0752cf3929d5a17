'use client';
import { useTranslations } from 'next-intl';
import { counts } from '@/lib/mailflow/draft-fields';
import { CHOICES, scenarioOf } from '@/lib/mailflow/scenario';
import { ChoiceField } from './choice-field';
import { useFieldStyles } from './field-styles';
import { type FieldViewProps, scenarioIn } from './field-view';
import { ListField } from './list-field';
import { TextField } from './text-field';

export function IdentifiedByField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const scenario = scenarioOf(form.draft);
  return (
    <ChoiceField
      form={form}
      field="identifiedBy"
      label={t('fields.identifiedBy')}
      labelHidden
      choices={scenario ? CHOICES[scenario].identifications : []}
      wordsOf={(choice) => t(`identifications.${choice}`, scenarioIn(form))}
      onChoose={(identifiedBy) => form.change({ identifiedBy })}
    />
  );
}

/** Whose certificate: the organization's servers', or, below its checkbox, the partner's. */
export function SenderCertificateField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  if (!counts(form.draft, 'senderCertificateName')) return null;
  const belowCheckbox = counts(form.draft, 'rejectOtherCertificates');
  return (
    <TextField
      form={form}
      field="senderCertificateName"
      label={t('fields.senderCertificateName')}
      hint={t('hints.senderCertificateName')}
      placeholder={t('placeholders.senderCertificateName')}
      className={belowCheckbox ? styles.nested : styles.group}
    />
  );
}

export function SenderDomainsField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return <ListField form={form} field="senderDomains" hint={t('hints.senderDomains')} />;
}

export function SenderAddressesField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return <ListField form={form} field="senderIpAddresses" hint={t('hints.ipRanges')} />;
}
