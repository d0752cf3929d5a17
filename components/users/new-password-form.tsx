'use client';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { newPasswordError, repeatedError } from '@/lib/auth/account-rules';
import { PASSWORD_MIN } from '@/lib/auth/password';
import { PasswordField } from './entry-field';
import { EntryForm } from './entry-form';
import { type SessionAction, useEntryAction } from './use-entry-form';

type NewPasswordFormProps = Readonly<{ reset: SessionAction; token: string; email: string }>;

/** A new password behind a reset link; signs in where the account is enabled. */
export function NewPasswordForm({ reset, token, email }: NewPasswordFormProps) {
  const t = useTranslations('signIn');
  const [changed, setChanged] = useState(false);
  const form = useForm({ defaultValues: { token, password: '', repeated: '' } });
  const password = useController({
    control: form.control,
    name: 'password',
    rules: { validate: newPasswordError },
  });
  const repeated = useController({
    control: form.control,
    name: 'repeated',
    rules: { validate: (text, { password }) => repeatedError(text, password) },
  });
  const { isSubmitting } = form.formState;
  const action = useEntryAction(reset);
  if (changed) {
    return (
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>{t('reset.done')}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <EntryForm
      onSubmit={form.handleSubmit((input) => action.submit(input, '/', () => setChanged(true)))}
      message={action.message}
      pending={isSubmitting || action.leaving}
      submitLabel={t('reset.submit')}
    >
      {/* Lets a password manager file the new password under the right account. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('fields.newPassword')}
        autoComplete="new-password"
        autoFocus
        hint={t('fields.passwordHint', { min: PASSWORD_MIN })}
        controller={password}
      />
      <PasswordField label={t('fields.repeated')} autoComplete="new-password" controller={repeated} />
    </EntryForm>
  );
}
