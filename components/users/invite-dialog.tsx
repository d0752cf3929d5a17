'use client';
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { ModalDialog } from '@/components/ui/modal-dialog';
import { emailError } from '@/lib/auth/account-rules';
import type { OneTimeLink } from '@/lib/operations/invitation-links';
import type { Problem } from '@/lib/operations/outcome';
import { OneTimeLinkBox } from './one-time-link-box';
import { useFieldErrors } from './use-entry-form';
import { type UserActions, useProblemWords } from './user-actions';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  message: { ':empty': { display: 'none' } },
  text: { margin: '0' },
});

/** Without an address the invited person chooses. */
const optionalEmailError = (text: string) => (text === '' ? undefined : emailError(text));

type InviteDialogProps = Readonly<{ invite: UserActions['invite']; onClose: () => void }>;

/** Asks for role and address, then shows the link to hand over. Loaded and mounted while it is open. */
export default function InviteDialog({ invite, onClose }: InviteDialogProps) {
  const styles = useStyles();
  const t = useTranslations('users');
  const router = useRouter();
  const error = useFieldErrors();
  const words = useProblemWords();
  const [link, setLink] = useState<OneTimeLink>();
  const [message, setMessage] = useState<string>();
  const form = useForm({
    defaultValues: { role: 'helpdesk' as const, email: '' } as { role: 'admin' | 'helpdesk'; email: string },
  });
  const { errors, isSubmitting } = form.formState;
  const refusal = error(errors.email?.message);

  const refuse = (problem: Problem | undefined) => {
    if (problem?.kind === 'conflict' && problem.code === 'emailTaken') {
      form.setError('email', { message: 'emailTaken' }, { shouldFocus: true });
    } else setMessage(words(problem));
  };
  const submit = form.handleSubmit(async (input) => {
    setMessage(undefined);
    try {
      const outcome = await invite(input);
      if (!outcome.ok) return refuse(outcome.problem);
      setLink(outcome.value);
      router.refresh();
    } catch {
      refuse(undefined);
    }
  });

  return (
    <ModalDialog
      title={link ? t('link.inviteTitle') : t('inviteDialog.title')}
      contentClassName={styles.content}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
      actions={
        <>
          {!link && (
            <Button type="submit" appearance="primary" disabledFocusable={isSubmitting}>
              {t('inviteDialog.submit')}
            </Button>
          )}
          <Button onClick={onClose}>{link ? t('inviteDialog.close') : t('confirm.cancel')}</Button>
        </>
      }
    >
      <div role="alert" className={styles.message}>
        {message && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{message}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {link ? (
        <OneTimeLinkBox link={link} />
      ) : (
        <>
          <p className={styles.text}>{t('inviteDialog.description')}</p>
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <Field label={t('inviteDialog.role')}>
                <RadioGroup value={field.value} onChange={(_, { value }) => field.onChange(value)}>
                  <Radio value="helpdesk" label={t('inviteDialog.helpdesk')} />
                  <Radio value="admin" label={t('inviteDialog.admin')} />
                </RadioGroup>
              </Field>
            )}
          />
          <Field
            label={t('inviteDialog.email')}
            hint={t('inviteDialog.emailHint')}
            {...(refusal !== undefined && {
              validationMessage: refusal,
              validationState: 'error' as const,
            })}
          >
            <Input
              type="email"
              autoComplete="off"
              {...form.register('email', { validate: optionalEmailError })}
            />
          </Field>
        </>
      )}
    </ModalDialog>
  );
}
