'use client';
import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { RefusalsBox } from '@/components/validation/refusals-box';
import { ProblemMessage } from './problem-message';
import type { NewValidation } from './use-new-validation';

// The report is as large as a page of its own, and nobody sees it before Validate.
const ValidationReport = lazy(async () => ({
  default: (await import('@/components/validation/validation-report')).ValidationReport,
}));

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: '16px', marginTop: '20px', justifyItems: 'start' },
  wide: { justifySelf: 'stretch', minWidth: '0' },
  note: { justifySelf: 'stretch', maxWidth: '640px', boxSizing: 'border-box' },
});

type ValidationPartProps = Readonly<{
  validation: NewValidation;
  /** True once an address is in the list and everything that is tested is right. */
  ready: boolean;
  /** What a validation that has not passed leads to. */
  children?: ReactNode;
}>;

/** Validate, what is happening, and what is known from before. */
export default function ValidationPart({ validation, ready, children }: ValidationPartProps) {
  const styles = useStyles();
  const t = useTranslations('wizard.validation');
  const { run, standing, earlierAt, starting, problem, start, cancel } = validation;
  const busy = starting || standing === 'running';
  return (
    <div className={styles.part}>
      {earlierAt && standing === 'passed' && (
        <MessageBar intent="success" layout="multiline" className={styles.note}>
          <MessageBarBody>
            {t.rich('earlier', { when: () => <RelativeTime at={new Date(earlierAt)} /> })}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.note}>
        <RefusalsBox
          checked={validation.checkRefusals}
          onChange={validation.setCheckRefusals}
          disabled={busy}
        />
      </div>
      <Button
        appearance={standing === 'passed' ? 'secondary' : 'primary'}
        disabledFocusable={!ready || busy}
        {...(busy && { icon: <Spinner size="tiny" /> })}
        onClick={() => void start()}
      >
        {startLabel()}
      </Button>
      {problem && <ProblemMessage problem={problem} />}
      {standing === 'stale' && <Note text={t('stale')} />}
      {standing === 'cancelled' && <Note text={t('cancelled')} />}
      {run && standing !== 'stale' && standing !== 'none' && (
        <div className={styles.wide}>
          <Suspense fallback={<Spinner size="small" />}>
            <ValidationReport run={run} onCancel={cancel} />
          </Suspense>
        </div>
      )}
      {children && <div className={styles.note}>{children}</div>}
    </div>
  );

  function startLabel() {
    if (starting) return t('starting');
    return standing === 'none' ? t('start') : t('again');
  }
}

function Note({ text }: Readonly<{ text: string }>) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.note}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
