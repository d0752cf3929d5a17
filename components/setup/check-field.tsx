'use client';
import { Checkbox, Field } from '@fluentui/react-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

type CheckFieldProps<Values extends FieldValues> = Readonly<{
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  disabled?: boolean;
  /** False where another field makes a tick mean nothing. */
  counts?: boolean;
}>;

/** A box to tick. */
export function CheckField<Values extends FieldValues>(props: CheckFieldProps<Values>) {
  const { control, name, label, hint, disabled = false, counts = true } = props;
  const { field } = useController({ control, name });
  return (
    <Field {...(hint && { hint })}>
      <Checkbox
        label={label}
        checked={counts && field.value}
        disabled={disabled || !counts}
        onChange={(_, { checked }) => field.onChange(checked === true)}
      />
    </Field>
  );
}
