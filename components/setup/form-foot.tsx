'use client';
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  message: { ':empty': { display: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px', paddingBottom: '24px' },
});

type FormFootProps = Readonly<{
  /** What no field can say. */
  message: string | undefined;
  busy: boolean;
  readOnly: boolean;
  /** Buttons beside Save. */
  more: ReactNode;
}>;

/** The end of a panel's form: what went wrong, and Save. */
export function FormFoot({ message, busy, readOnly, more }: FormFootProps) {
  const styles = useStyles();
  const t = useTranslations('mailSetup');
  return (
    <>
      <div role="alert" className={styles.message}>
        {message && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{message}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? t('saving') : t('save')}
          </Button>
          {more}
        </div>
      )}
    </>
  );
}
