'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { CONDITIONS_MAX, type ConditionList } from '@/lib/mailflow/transport-rule-draft';
import { ConditionField } from './condition-field';
import { conditionValues, type RuleValues } from './rule-form-values';

const useStyles = makeStyles({
  group: { border: 'none', margin: '0', padding: '0', minWidth: '0' },
  legend: {
    padding: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { margin: '4px 0 8px', color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
  },
  add: { marginTop: '12px' },
});

type ConditionListFieldProps = Readonly<{ list: ConditionList; readOnly: boolean }>;

/** The rule's conditions, or its exceptions. */
export function ConditionListField({ list, readOnly }: ConditionListFieldProps) {
  const styles = useStyles();
  const t = useTranslations('rules.panel');
  const { control } = useFormContext<RuleValues>();
  const { fields, append, remove } = useFieldArray({ control, name: list });
  const first = list === 'conditions' ? 'recipientDomainIs' : 'senderDomainIs';
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t(list)}</legend>
      <p className={styles.hint}>{t(`${list}Hint`)}</p>
      {fields.length === 0 && list === 'conditions' && <p className={styles.hint}>{t('noCondition')}</p>}
      <ul className={styles.list}>
        {fields.map(({ id }, at) => (
          <li key={id}>
            <ConditionField list={list} at={at} readOnly={readOnly} onRemove={() => remove(at)} />
          </li>
        ))}
      </ul>
      {!readOnly && fields.length < CONDITIONS_MAX && (
        <Button
          appearance="subtle"
          icon={<AddRegular />}
          className={styles.add}
          onClick={() => append(conditionValues(first))}
        >
          {t(list === 'conditions' ? 'addCondition' : 'addException')}
        </Button>
      )}
    </fieldset>
  );
}
