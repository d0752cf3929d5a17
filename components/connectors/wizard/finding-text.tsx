'use client';
import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ASKS_FOR_DOMAINS } from '@/lib/mailflow/accepted-hints';
import type { Finding } from '@/lib/mailflow/finding';

/** The sentence of a finding, in the reader's language. */
export function useFindingText(): (finding: Finding) => string {
  const t = useTranslations('findings');
  return ({ code, params }) => t(code, { value: '', max: 0, host: '', port: 0, ...params });
}

const useStyles = makeStyles({ bars: { display: 'grid', rowGap: '8px', margin: '12px 0' } });

/** Warnings and notices about a field: they stop nothing. */
export function FieldWarnings({ findings }: Readonly<{ findings: readonly Finding[] }>) {
  const styles = useStyles();
  const t = useTranslations('wizard');
  const text = useFindingText();
  const shown = findings.flatMap((finding) => {
    const { severity, code } = finding;
    return severity === 'error'
      ? []
      : [{ severity, words: text(finding), asksForDomains: ASKS_FOR_DOMAINS.has(code) }];
  });
  if (shown.length === 0) return null;
  return (
    <div className={styles.bars}>
      {shown.map(({ severity, words, asksForDomains }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar whose words follow what is typed stays the same bar.
        <MessageBar key={at} intent={severity} politeness="polite" layout="multiline">
          <MessageBarBody>
            {words}{' '}
            {asksForDomains && (
              // Beside the wizard, which goes on where it is.
              <Link href="/accepted-domains" target="_blank">
                {t('domainsLink')}
              </Link>
            )}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}

/** The first error among `findings`, as a field shows it. */
export function useFieldError(findings: readonly Finding[]) {
  const text = useFindingText();
  const error = findings.find(({ severity }) => severity === 'error');
  return error && { validationMessage: text(error), validationState: 'error' as const };
}
