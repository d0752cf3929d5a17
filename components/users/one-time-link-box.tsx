'use client';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { OneTimeLink } from '@/lib/operations/invitation-links';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  row: { display: 'flex', columnGap: '8px', flexWrap: 'wrap', rowGap: '8px' },
  input: { flexGrow: 1, minWidth: '200px' },
  once: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** A link that is shown once, to be copied and handed over. */
export function OneTimeLinkBox({ link }: Readonly<{ link: OneTimeLink }>) {
  const styles = useStyles();
  const t = useTranslations('users.link');
  const format = useFormatter();
  const input = useRef<HTMLInputElement | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(link.link);
      setCopied(true);
    } catch {
      // Without https the browser offers no clipboard: the link stands selected, to be copied by hand.
    }
  };
  return (
    <div className={styles.box}>
      <Field label={t('label')}>
        <Input
          ref={(element: HTMLInputElement | null) => {
            input.current = element;
          }}
          className={styles.input}
          readOnly
          value={link.link}
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <div className={styles.row}>
        <Button icon={copied ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
        </Button>
      </div>
      <p className={styles.once}>
        {t('once', { when: format.relativeTime(new Date(link.expiresAt), new Date()) })}
      </p>
    </div>
  );
}
