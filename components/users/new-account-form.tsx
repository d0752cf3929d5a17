'use client';
import { useTranslations } from 'next-intl';
import { useController, useForm } from 'react-hook-form';
import { emailError, nameError, newPasswordError, repeatedError } from '@/lib/auth/account-rules';
import { PASSWORD_MIN } from '@/lib/auth/password';
import { PasswordField, TextField } from './entry-field';
import { EntryForm } from './entry-form';
import { type SessionAction, useEntryAction } from './use-entry-form';

type NewAccountFormProps = Readonly<{
  create: SessionAction;
  token: string;
  submitLabel: string;
  /** The address that the invitation is for; without one, the person chooses. */
  fixedEmail?: string;
}>;

/** The account of the first admin, or of an invited person. */
export function NewAccountForm({ create, token, submitLabel, fixedEmail }: NewAccountFormProps) {
  const t = useTranslations('signIn');
  const form = useForm({
    defaultValues: { token, name: '', email: fixedEmail ?? '', password: '', repeated: '' },
  });
  const name = useController({ control: form.control, name: 'name', rules: { validate: nameError } });
  const email = useController({ control: form.control, name: 'email', rules: { validate: emailError } });
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
  const action = useEntryAction(create, (problem) => {
    if (problem.kind !== 'conflict' || problem.code !== 'emailTaken') return false;
    form.setError('email', { message: 'emailTaken' }, { shouldFocus: true });
    return true;
  });
  return (
    <EntryForm
      onSubmit={form.handleSubmit((input) => action.submit(input, '/'))}
      message={action.message}
      pending={isSubmitting || action.leaving}
      submitLabel={submitLabel}
    >
      <TextField type="text" label={t('fields.name')} autoComplete="name" autoFocus controller={name} />
      <TextField
        type="email"
        label={t('fields.email')}
        autoComplete="username"
        readOnly={fixedEmail !== undefined}
        {...(fixedEmail !== undefined && { hint: t('invite.emailFixed') })}
        controller={email}
      />
      <PasswordField
        label={t('fields.password')}
        autoComplete="new-password"
        hint={t('fields.passwordHint', { min: PASSWORD_MIN })}
        controller={password}
      />
      <PasswordField label={t('fields.repeated')} autoComplete="new-password" controller={repeated} />
    </EntryForm>
  );
}
