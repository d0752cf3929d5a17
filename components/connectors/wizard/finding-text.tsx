'use client';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
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
  const text = useFindingText();
  const shown = findings.flatMap((finding) => {
    const { severity } = finding;
    return severity === 'error' ? [] : [{ severity, words: text(finding) }];
  });
  if (shown.length === 0) return null;
  return (
    <div className={styles.bars}>
      {shown.map(({ severity, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar whose words follow what is typed stays the same bar.
        <MessageBar key={at} intent={severity} politeness="polite" layout="multiline">
          <MessageBarBody>{words}</MessageBarBody>
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
