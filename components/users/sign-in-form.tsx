'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { signInInput } from '@/lib/auth/account-input';
import { PasswordField, TextField } from './entry-field';
import { EntryForm } from './entry-form';
import { type SessionAction, useEntryAction, useFieldErrors } from './use-entry-form';

/** E-mail and password; leads to `next`, a path of this console. */
export function SignInForm({ signIn, next }: Readonly<{ signIn: SessionAction; next: string }>) {
  const t = useTranslations('signIn');
  const error = useFieldErrors();
  const form = useForm({
    resolver: zodResolver(signInInput),
    defaultValues: { email: '', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const action = useEntryAction(signIn, (problem) => {
    if (problem.kind === 'conflict' && problem.code === 'wrongPassword') form.setFocus('password');
    return false;
  });
  return (
    <EntryForm
      onSubmit={form.handleSubmit((input) => action.submit(input, next))}
      message={action.message}
      pending={isSubmitting || action.leaving}
      submitLabel={t('signIn.submit')}
    >
      <TextField
        type="email"
        label={t('fields.email')}
        autoComplete="username"
        autoFocus
        registered={form.register('email')}
        error={error(errors.email?.message)}
      />
      <PasswordField
        label={t('fields.password')}
        autoComplete="current-password"
        registered={form.register('password')}
        error={error(errors.password?.message)}
      />
    </EntryForm>
  );
}
