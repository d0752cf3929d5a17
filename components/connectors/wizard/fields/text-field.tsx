'use client';
import { Field, Input } from '@fluentui/react-components';
import { FieldWarnings, useFieldError } from '../finding-text';
import type { FieldViewProps } from './field-view';

type TextFieldProps = FieldViewProps &
  Readonly<{
    field: 'name' | 'tlsDomain' | 'senderCertificateName';
    label: string;
    hint?: string;
    placeholder?: string;
    className?: string;
    disabled?: boolean;
  }>;

/** One line of text that the connector needs. */
export function TextField({
  form,
  field,
  label,
  hint,
  placeholder,
  className,
  disabled = false,
}: TextFieldProps) {
  const findings = disabled ? [] : form.findings(field);
  return (
    <div {...(className && { className })}>
      <Field label={label} {...(hint && { hint })} required={!disabled} {...useFieldError(findings)}>
        <Input
          value={form.draft[field]}
          disabled={disabled}
          {...(placeholder && { placeholder })}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => form.change({ [field]: value })}
          onBlur={() => form.leave(field)}
        />
      </Field>
      <FieldWarnings findings={findings} />
    </div>
  );
}
