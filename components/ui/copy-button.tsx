'use client';
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text';

const useStyles = makeStyles({
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
  quiet: { fontWeight: 'normal' },
});

/** How long the answer stands before the button offers itself again. */
const ANSWER_MS = 3_000;

type CopyButtonProps = Readonly<{
  /** Or what brings it, where it is long and not on the page. */
  text: string | (() => Promise<string>);
  /** What the button says; "Copy" without one. */
  label?: string;
  size?: 'small' | 'medium';
  /** True among the quiet commands of a bar. */
  quiet?: boolean;
}>;

/** Copies `text` and says so, also to screen readers. */
export function CopyButton({ text, label, size = 'medium', quiet = false }: CopyButtonProps) {
  const styles = useStyles();
  const t = useTranslations('common');
  const [answer, setAnswer] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (answer !== 'copied') return;
    const timer = setTimeout(() => setAnswer(undefined), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  const copy = async () => {
    const wanted = typeof text === 'string' ? text : await text().catch(() => undefined);
    setAnswer(wanted !== undefined && (await copyText(wanted)) ? 'copied' : 'copyFailed');
  };
  return (
    <>
      <Button
        size={size}
        appearance={quiet ? 'subtle' : 'secondary'}
        icon={answer === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => void copy()}
        className={mergeClasses(styles.button, quiet && styles.quiet)}
      >
        <span aria-live="polite">{answer === 'copied' ? t('copied') : (label ?? t('copy'))}</span>
      </Button>
      {answer === 'copyFailed' && <span role="alert">{t('copyFailed')}</span>}
    </>
  );
}
