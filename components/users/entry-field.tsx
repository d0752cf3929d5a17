'use client';
import { Button, Field, Input } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

type EntryFieldProps = Readonly<{
  label: string;
  autoComplete: string;
  registered: UseFormRegisterReturn;
  /** The refusal to show beside the field. */
  error: string | undefined;
  hint?: string;
  autoFocus?: boolean;
  readOnly?: boolean;
}>;

/** A line of text, or an e-mail address with the keyboard for it. */
export function TextField({ type, ...field }: EntryFieldProps & Readonly<{ type: 'text' | 'email' }>) {
  return (
    <EntryField {...field}>
      {(shared) => (
        <Input
          {...shared}
          type={type}
          {...(type === 'email' && { inputMode: 'email', autoCapitalize: 'none', spellCheck: false })}
        />
      )}
    </EntryField>
  );
}

/** A password with a button that shows it. */
export function PasswordField(field: EntryFieldProps) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const toggle = (
    <Button
      appearance="transparent"
      size="small"
      aria-label={shown ? t('fields.hide') : t('fields.show')}
      icon={shown ? <EyeOffRegular /> : <EyeRegular />}
      onClick={() => setShown(!shown)}
    />
  );
  return (
    <EntryField {...field}>
      {(shared) => <Input {...shared} type={shown ? 'text' : 'password'} contentAfter={toggle} />}
    </EntryField>
  );
}

type SharedProps = UseFormRegisterReturn &
  Readonly<{ size: 'large'; autoComplete: string; autoFocus: boolean; readOnly: boolean }>;

function EntryField({
  label,
  autoComplete,
  registered,
  error,
  hint,
  autoFocus = false,
  readOnly = false,
  children,
}: EntryFieldProps & Readonly<{ children: (shared: SharedProps) => React.ReactElement }>) {
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { validationMessage: error, validationState: 'error' })}
    >
      {children({ ...registered, size: 'large', autoComplete, autoFocus, readOnly })}
    </Field>
  );
}
