'use client';
import { Field, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { keptTexts } from '@/lib/mailflow/kept-value';
import { type ConditionList, parseKeptValue } from '@/lib/mailflow/transport-rule-draft';
import type { RuleValues } from './rule-form-values';

const useStyles = makeStyles({
  values: { margin: '0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** A predicate of Exchange that only Exchange can judge: shown as it was read, kept as it is. */
export function OtherConditionField({ path }: Readonly<{ path: `${ConditionList}.${number}` }>) {
  const styles = useStyles();
  const t = useTranslations('rules.panel');
  const { control, getFieldState, formState } = useFormContext<RuleValues>();
  const json = useWatch({ control, name: `${path}.json` });
  const value = parseKeptValue(json);
  const message = getFieldState(`${path}.json`, formState).error?.message;
  return (
    <Field
      label={t('otherValue')}
      hint={t('otherHint')}
      {...(message && { validationMessage: message, validationState: 'error' as const })}
    >
      <ul className={styles.values}>
        {(value.ok ? keptTexts(value.value) : []).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Field>
  );
}
