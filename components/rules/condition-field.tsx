'use client';
import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { MAIL_SCOPES, type RuleConditionKind } from '@/lib/mailflow/transport-rule';
import { CONDITION_KINDS, type ConditionList } from '@/lib/mailflow/transport-rule-draft';
import { TextField } from '../setup/text-field';
import { ConditionValuesField } from './condition-values-field';
import { OtherConditionField } from './other-condition-field';
import { conditionValues, type RuleValues } from './rule-form-values';

type OfferedKind = Exclude<RuleConditionKind, 'other'>;

/** What only Exchange can judge comes from there and is not made here. */
const KINDS = (Object.keys(CONDITION_KINDS) as RuleConditionKind[]).filter(
  (kind): kind is OfferedKind => kind !== 'other',
);

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  kind: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'end' },
  select: { minWidth: '0' },
  size: { maxWidth: '160px' },
});

type ConditionFieldProps = Readonly<{
  list: ConditionList;
  at: number;
  readOnly: boolean;
  onRemove: () => void;
}>;

/** One condition: its kind, and what that asks for. */
export function ConditionField({ list, at, readOnly, onRemove }: ConditionFieldProps) {
  const styles = useStyles();
  const t = useTranslations('rules.panel');
  const { control, setValue, clearErrors } = useFormContext<RuleValues>();
  const path = `${list}.${at}` as const;
  const [kind, parameter] = useWatch({ control, name: [`${path}.kind`, `${path}.name`] });
  const asks = CONDITION_KINDS[kind];
  const number = at + 1;
  const isHeader = kind === 'headerContains' || kind === 'headerMatches';
  return (
    <div className={styles.card}>
      <div className={styles.kind}>
        <Field label={t(list === 'conditions' ? 'condition' : 'exception', { number })}>
          {kind === 'other' ? (
            <Input readOnly appearance="filled-darker" value={parameter} />
          ) : (
            <Select
              className={styles.select}
              value={kind}
              disabled={readOnly}
              onChange={(_, { value }) => {
                const chosen = KINDS.find((one) => one === value) ?? kind;
                clearErrors(path);
                // What was entered for another kind means something else there.
                setValue(path, conditionValues(chosen), { shouldDirty: true });
              }}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!readOnly && (
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t(list === 'conditions' ? 'removeCondition' : 'removeException', { number })}
            title={t(list === 'conditions' ? 'removeCondition' : 'removeException', { number })}
            onClick={onRemove}
          />
        )}
      </div>
      {kind === 'other' && <OtherConditionField path={path} />}
      {asks.name && kind !== 'other' && (
        <TextField
          control={control}
          name={`${path}.name`}
          label={isHeader ? t('header') : t('group')}
          readOnly={readOnly}
          {...(isHeader && { placeholder: t('headerPlaceholder') })}
        />
      )}
      {asks.values && (
        <ConditionValuesField key={kind} path={path} kind={kind} parse={asks.values} readOnly={readOnly} />
      )}
      {(kind === 'recipientScope' || kind === 'senderScope') && (
        <Controller
          control={control}
          name={`${path}.scope`}
          render={({ field }) => (
            <RadioGroup
              aria-label={t(`kind.${kind}`)}
              value={field.value}
              disabled={readOnly}
              onChange={(_, { value }) => field.onChange(value)}
            >
              {MAIL_SCOPES.map((scope) => (
                <Radio key={scope} value={scope} label={t(`scope.${scope}`)} />
              ))}
            </RadioGroup>
          )}
        />
      )}
      {kind === 'sizeAtLeast' && (
        <TextField
          control={control}
          name={`${path}.size`}
          label={t('size')}
          inputMode="numeric"
          className={styles.size}
          readOnly={readOnly}
        />
      )}
    </div>
  );
}
