'use client';
import { Combobox, Field, MessageBar, MessageBarBody, makeStyles, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { answered } from '../setup/use-setup-action';
import type { RuleActions } from './rule-actions';
import type { RuleValues } from './rule-form-values';

const useStyles = makeStyles({
  box: { minWidth: '0', width: '100%' },
  list: { maxHeight: '320px' },
  note: { marginTop: '8px' },
});

/** Who looks for one among more than these types a part of its name. */
const OFFERED = 50;

type TargetFieldProps = Readonly<{
  row: RuleRow | undefined;
  readOnly: boolean;
  targets: RuleActions['targets'];
}>;

/** The connector that the rule redirects to: chosen from those that a rule may name. */
export function TargetField({ row, readOnly, targets }: TargetFieldProps) {
  const styles = useStyles();
  const t = useTranslations('rules');
  const { control, clearErrors } = useFormContext<RuleValues>();
  const { field, fieldState } = useController({ control, name: 'connectorId' });
  const { data } = useQuery({
    queryKey: ['rule-targets'],
    queryFn: () => answered(targets({})),
    staleTime: 0,
    enabled: !readOnly,
  });
  const known = data?.ok ? data.value : [];
  const chosen =
    known.find(({ id }) => id === field.value) ?? (row?.target.id === field.value ? row.target : undefined);
  const [typed, setTyped] = useState<string>();
  const wanted = typed?.trim().toLowerCase() ?? '';
  const offered = known.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, OFFERED);
  const error = fieldState.error?.message;
  return (
    <div>
      <Field
        label={t('panel.connector')}
        required={!readOnly}
        {...(error && { validationMessage: error, validationState: 'error' as const })}
      >
        <Combobox
          ref={field.ref}
          inlinePopup
          className={styles.box}
          listbox={{ className: styles.list }}
          placeholder={t('panel.connectorPlaceholder')}
          disabled={readOnly}
          value={typed ?? chosen?.name ?? ''}
          selectedOptions={field.value === '' ? [] : [field.value]}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onOpenChange={(_, { open }) => !open && setTyped(undefined)}
          onOptionSelect={(_, { optionValue }) => {
            setTyped(undefined);
            if (optionValue === undefined) return;
            clearErrors('connectorId');
            field.onChange(optionValue);
          }}
        >
          {offered.map(({ id, name, state }) => (
            <Option key={id} value={id} text={name}>
              {state === 'on' || state === 'missing' || state === 'deleted'
                ? name
                : `${name} · ${t(`target.${state}`)}`}
            </Option>
          ))}
          {data?.ok && offered.length === 0 && (
            <Option key="none" value="" text="" disabled>
              {known.length === 0 ? t('panel.noConnectors') : t('panel.noMatch')}
            </Option>
          )}
        </Combobox>
      </Field>
      {data && !data.ok && (
        <MessageBar intent="error" layout="multiline" className={styles.note}>
          <MessageBarBody>{t('panel.connectorsFailed')}</MessageBarBody>
        </MessageBar>
      )}
      {chosen && chosen.state !== 'on' && (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>{t(`targetHint.${chosen.state}`)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
