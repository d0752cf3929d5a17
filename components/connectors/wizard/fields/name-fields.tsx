'use client';
import { Field, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useFieldError } from '../finding-text';
import { CheckField } from './check-field';
import { useFieldStyles } from './field-styles';
import { type FieldViewProps, scenarioIn } from './field-view';
import { TextField } from './text-field';

export function NameField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <TextField
      form={form}
      field="name"
      label={t('fields.name')}
      hint={t('hints.name')}
      className={styles.group}
    />
  );
}

export function DescriptionField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <Field label={t('fields.description')} {...useFieldError(form.findings('description'))}>
      <Textarea
        value={form.draft.description}
        rows={4}
        resize="vertical"
        onChange={(_, { value }) => form.change({ description: value })}
        onBlur={() => form.leave('description')}
      />
    </Field>
  );
}

export function EnabledField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <>
      <h3 className={styles.heading}>{t('fields.afterSaving')}</h3>
      <CheckField form={form} field="enabled" label={t('fields.enabled')} />
    </>
  );
}

export function HeadersField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <CheckField
      form={form}
      field="retainInternalHeaders"
      label={t('fields.retainInternalHeaders', scenarioIn(form))}
      hint={t('hints.retainInternalHeaders', scenarioIn(form))}
    />
  );
}
