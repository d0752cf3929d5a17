'use client';
import { useTranslations } from 'next-intl';
import { useController, useForm } from 'react-hook-form';
import { emailError, passwordError } from '@/lib/auth/account-rules';
import { PasswordField, TextField } from './entry-field';
import { EntryForm } from './entry-form';
import { type SessionAction, useEntryAction } from './use-entry-form';

/** E-mail and password; leads to `next`, a path of this console. */
export function SignInForm({ signIn, next }: Readonly<{ signIn: SessionAction; next: string }>) {
  const t = useTranslations('signIn');
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const email = useController({ control: form.control, name: 'email', rules: { validate: emailError } });
  const password = useController({
    control: form.control,
    name: 'password',
    rules: { validate: passwordError },
  });
  const { isSubmitting } = form.formState;
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
        controller={email}
      />
      <PasswordField label={t('fields.password')} autoComplete="current-password" controller={password} />
    </EntryForm>
  );
}
