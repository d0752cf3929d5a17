'use client';
import { useTranslations } from 'next-intl';
import { ENDPOINTS } from '@/lib/mailflow/connector-draft';
import { destinationAfter, destinationsOf, withEnds } from '@/lib/mailflow/scenario';
import { ChoiceField } from './choice-field';
import type { FieldView, FieldViewProps } from './field-view';

function FromField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <ChoiceField
      form={form}
      field="from"
      label={t('fields.from')}
      required
      choices={ENDPOINTS}
      wordsOf={(endpoint) => t(`endpoints.${endpoint}`)}
      onChoose={(from) => form.change(withEnds(form.draft, from, destinationAfter(from)))}
    />
  );
}

function ToField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const { from } = form.draft;
  const choices = destinationsOf(from);
  if (from === '') return null;
  const fixed = choices.length === 1;
  return (
    <ChoiceField
      form={form}
      field="to"
      label={t('fields.to')}
      required
      {...(fixed && { hint: t('destinationFixed') })}
      disabled={fixed}
      choices={choices}
      wordsOf={(endpoint) => t(`endpoints.${endpoint}`)}
      onChoose={(to) => form.change(withEnds(form.draft, from, to))}
    />
  );
}

/** The first screen, which the page's own code brings along. */
export const SCENARIO_VIEWS = { from: FromField, to: ToField } satisfies Record<string, FieldView>;
