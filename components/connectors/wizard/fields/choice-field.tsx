'use client';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DraftField } from '@/lib/mailflow/connector-draft';
import { FieldWarnings, useFieldError } from '../finding-text';
import { useFieldStyles } from './field-styles';
import type { FieldViewProps } from './field-view';

type ChoiceFieldProps<Choice extends string> = FieldViewProps &
  Readonly<{
    field: DraftField;
    label: string;
    /** The screen's heading asks already: the label is for screen readers only. */
    labelHidden?: boolean;
    hint?: string | ReactElement;
    required?: boolean;
    disabled?: boolean;
    /** What belongs to one of its choices comes right below. */
    continued?: boolean;
    choices: readonly Choice[];
    wordsOf: (choice: Choice) => string;
    onChoose: (choice: Choice) => void;
  }>;

/** One of several. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const {
    form,
    field,
    label,
    labelHidden = false,
    hint,
    required = false,
    disabled = false,
    continued = false,
  } = props;
  const { choices, wordsOf, onChoose } = props;
  const styles = useFieldStyles();
  const findings = form.findings(field);
  return (
    <div {...(!continued && { className: styles.group })}>
      <Field {...(!labelHidden && { label, required })} {...(hint && { hint })} {...useFieldError(findings)}>
        <RadioGroup
          {...(labelHidden && { 'aria-label': label })}
          value={String(form.draft[field])}
          disabled={disabled}
          onChange={(_, { value }) => {
            const chosen = choices.find((choice) => choice === value);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={wordsOf(choice)} />
          ))}
        </RadioGroup>
      </Field>
      <FieldWarnings findings={findings} />
    </div>
  );
}
