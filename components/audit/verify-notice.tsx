'use client';
import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { DismissButton } from '@/components/ui/dismiss-button';
import { onPlainClick } from '@/components/ui/link-click';
import type { AuditLogVerdict } from '@/lib/operations/audit-log-verify';
import { shortHash } from './short-hash';
import type { Verification } from './use-verify';

const useStyles = makeStyles({ bar: { margin: '8px 0' }, text: { margin: '4px 0 0', maxWidth: '90ch' } });

type VerifyNoticeProps = Readonly<{
  result: Verification | undefined;
  hrefOf: (sequence: number) => string;
  onOpen: (sequence: number) => void;
  onDismiss: () => void;
}>;

/** What the check of the log said: that it is whole, or where it is not and what to do. */
export function VerifyNotice({ result, hrefOf, onOpen, onDismiss }: VerifyNoticeProps) {
  const styles = useStyles();
  const t = useTranslations('audit.verdict');
  const intact = result && 'verdict' in result && result.verdict.ok;
  return (
    <div role={result && !intact ? 'alert' : 'status'}>
      {result && (
        <MessageBar intent={intact ? 'success' : 'error'} layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {'trouble' in result ? (
              t(result.trouble === 'signedOut' ? 'signedOut' : 'failed')
            ) : (
              <Verdict verdict={result.verdict}>
                {(number) => (
                  <Link href={hrefOf(number)} onClick={onPlainClick(() => onOpen(number))}>
                    {t('show', { number })}
                  </Link>
                )}
              </Verdict>
            )}
          </MessageBarBody>
          <MessageBarActions containerAction={<DismissButton label={t('close')} onClick={onDismiss} />}>
            {'verdict' in result && result.verdict.ok && result.verdict.newestHash && (
              <CopyButton
                size="small"
                label={t('copyHash')}
                text={`${result.verdict.count} ${result.verdict.newestHash}`}
              />
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

function Verdict({
  verdict,
  children,
}: Readonly<{ verdict: AuditLogVerdict; children: (sequence: number) => ReactNode }>) {
  const styles = useStyles();
  const t = useTranslations('audit.verdict');
  if (verdict.ok) {
    const { count, newestHash } = verdict;
    return (
      <>
        <MessageBarTitle>{t('intact', { count })}</MessageBarTitle>
        {newestHash && <p className={styles.text}>{t('keep', { count, hash: shortHash(newestHash) })}</p>}
      </>
    );
  }
  const { atSequence, fault } = verdict;
  return (
    <>
      <MessageBarTitle>{t(`fault.${fault}`, { number: atSequence })}</MessageBarTitle>
      <p className={styles.text}>
        {t('whatNow')} {fault !== 'missing' && children(atSequence)}
      </p>
    </>
  );
}
