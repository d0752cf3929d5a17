'use client';
import { Field, Input } from '@fluentui/react-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

type TextFieldProps<Values extends FieldValues> = Readonly<{
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  placeholder?: string;
  className?: string;
  inputMode?: 'numeric';
  readOnly?: boolean;
}>;

/** One line of text that a form needs. Fluent's input keeps a value of its own, so the form's is handed to it each time. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { control, name, label, placeholder, className, inputMode, readOnly = false } = props;
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <Field
      label={label}
      required={!readOnly}
      {...(error && { validationMessage: error, validationState: 'error' as const })}
    >
      <Input
        input={{ ref: field.ref }}
        name={field.name}
        value={field.value}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder && { placeholder })}
        {...(className && { className })}
        {...(inputMode && { inputMode })}
        onChange={(_, { value }) => field.onChange(value)}
        onBlur={field.onBlur}
      />
    </Field>
  );
}
