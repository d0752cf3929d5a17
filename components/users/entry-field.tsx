'use client';
import { Button, Field, Input } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFieldErrors } from './use-entry-form';

/** What these fields use of react-hook-form's useController(). */
export type EntryController = Readonly<{
  field: Readonly<{
    name: string;
    value: string;
    onChange: (value: string) => void;
    onBlur: () => void;
    ref: (element: HTMLInputElement | null) => void;
  }>;
  fieldState: Readonly<{ error?: Readonly<{ message?: string }> | undefined }>;
}>;

type EntryFieldProps = Readonly<{
  controller: EntryController;
  label: string;
  autoComplete: string;
  hint?: string;
  autoFocus?: boolean;
}>;

/** A line of text, or an e-mail address with the keyboard for it. */
export function TextField({
  type,
  readOnly = false,
  ...field
}: EntryFieldProps & Readonly<{ type: 'text' | 'email'; readOnly?: boolean }>) {
  const shared = useEntryInput(field);
  return (
    <EntryField {...field}>
      <Input
        {...shared}
        type={type}
        readOnly={readOnly}
        {...(type === 'email' && { inputMode: 'email', autoCapitalize: 'none', spellCheck: false })}
      />
    </EntryField>
  );
}

/** A password with a button that shows it. */
export function PasswordField(field: EntryFieldProps) {
  const t = useTranslations('signIn');
  const shared = useEntryInput(field);
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
      <Input {...shared} type={shown ? 'text' : 'password'} contentAfter={toggle} />
    </EntryField>
  );
}

function EntryField({
  controller,
  label,
  hint,
  children,
}: EntryFieldProps & Readonly<{ children: React.ReactElement }>) {
  const error = useFieldErrors()(controller.fieldState.error?.message);
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { validationMessage: error, validationState: 'error' })}
    >
      {children}
    </Field>
  );
}

function useEntryInput({ controller: { field }, autoComplete, autoFocus = false }: EntryFieldProps) {
  const input = useRef<HTMLInputElement | null>(null);
  // What a person or a password manager typed before the page came alive would be lost with the next render.
  const takeOver = useRef(() => {
    const typed = input.current?.value;
    if (typed && typed !== field.value) field.onChange(typed);
  });
  useEffect(() => takeOver.current(), []);
  return {
    name: field.name,
    value: field.value,
    onChange: (_: unknown, { value }: { value: string }) => field.onChange(value),
    onBlur: field.onBlur,
    ref: (element: HTMLInputElement | null) => {
      input.current = element;
      field.ref(element);
    },
    size: 'large' as const,
    autoComplete,
    autoFocus,
  };
}
