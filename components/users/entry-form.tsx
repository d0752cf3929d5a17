'use client';
import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  message: { ':empty': { display: 'none' } },
  submit: { marginTop: '4px' },
});

/** A form with its problem above and one button below, which shows that it works. */
export function EntryForm({
  onSubmit,
  message,
  pending,
  submitLabel,
  children,
}: Readonly<{
  onSubmit: (event: React.SyntheticEvent) => Promise<void>;
  message: string | undefined;
  pending: boolean;
  submitLabel: string;
  children: ReactNode;
}>) {
  const styles = useStyles();
  return (
    <form
      className={styles.form}
      method="post"
      noValidate
      onSubmit={(event) => {
        // A second press while the first is on its way must not spend another attempt.
        event.preventDefault();
        if (!pending) void onSubmit(event);
      }}
    >
      <div role="alert" className={styles.message}>
        {message && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{message}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {children}
      <Button
        className={styles.submit}
        type="submit"
        appearance="primary"
        size="large"
        disabledFocusable={pending}
        {...(pending && { icon: <Spinner size="tiny" /> })}
      >
        {submitLabel}
      </Button>
    </form>
  );
}
