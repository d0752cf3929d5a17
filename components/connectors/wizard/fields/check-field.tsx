'use client';
import { Checkbox, Field } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { FieldWarnings, useFieldError } from '../finding-text';
import { useFieldStyles } from './field-styles';
import type { BooleanField, FieldViewProps } from './field-view';

type CheckFieldProps = FieldViewProps &
  Readonly<{
    field: BooleanField;
    label: string;
    hint?: string | ReactElement;
    className?: string;
    disabled?: boolean;
    /** What is shown where the draft's own value doesn't count. */
    fixed?: boolean | undefined;
    onCheck?: (checked: boolean) => void;
  }>;

/** A box to tick. */
export function CheckField(props: CheckFieldProps) {
  const { form, field, label, hint, className, fixed, disabled = fixed !== undefined } = props;
  const { onCheck = (checked) => form.change({ [field]: checked }) } = props;
  const styles = useFieldStyles();
  const findings = form.findings(field);
  return (
    <div {...(className && { className })}>
      <Field className={styles.check} {...(hint && { hint })} {...useFieldError(findings)}>
        <Checkbox
          label={label}
          checked={fixed ?? form.draft[field]}
          disabled={disabled}
          onChange={(_, { checked }) => onCheck(checked === true)}
        />
      </Field>
      <FieldWarnings findings={findings} />
    </div>
  );
}
