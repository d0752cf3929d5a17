'use client';
import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { RECIPIENTS_MAX } from '@/lib/operations/route-trace-query';
import type { RouteAnswer } from './trace-query';
import type { TypedQuestion } from './use-route-question';
import { WhatIfSelect } from './what-if-select';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', alignContent: 'start' },
  addresses: { fontFamily: tokens.fontFamilyBase, '& textarea': { minHeight: '88px' } },
  lines: { '& textarea': { fontFamily: tokens.fontFamilyMonospace, minHeight: '72px' } },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', paddingTop: '8px' },
});

type QuestionFormProps = Readonly<{
  typed: TypedQuestion;
  /** How many recipients are typed. */
  count: number;
  answer: RouteAnswer | undefined;
  onChange: (change: Partial<TypedQuestion>) => void;
}>;

/** The message that is asked about. There is no button: the answer follows the hand. */
export function QuestionForm({ typed, count, answer, onChange }: QuestionFormProps) {
  const styles = useStyles();
  const folds = useFoldStyles();
  const t = useTranslations('trace.form');
  const problems = answer?.problems ?? [];
  const wrongLine = problems.find(({ field }) => field === 'headers');
  const [openAtFirst] = useState(typed.headers !== '' || typed.size !== '');
  return (
    <form className={styles.form} aria-label={t('label')} onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t('recipients')}
        hint={t('recipientsHint')}
        {...(count > RECIPIENTS_MAX && {
          validationMessage: t('tooMany', { count, max: RECIPIENTS_MAX }),
          validationState: 'error' as const,
        })}
      >
        <Textarea
          className={styles.addresses}
          value={typed.recipients}
          placeholder="john@sales.contoso.com"
          resize="vertical"
          spellCheck={false}
          autoCapitalize="off"
          onChange={(_, { value }) => onChange({ recipients: value })}
        />
      </Field>
      <Field label={t('sender')} hint={t('senderHint')}>
        <Input
          value={typed.sender}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => onChange({ sender: value })}
        />
      </Field>
      <WhatIfSelect
        drafts={answer?.drafts ?? []}
        whatIf={typed.whatIf}
        name={answer?.whatIf?.name}
        onWhatIf={(whatIf) => onChange({ whatIf })}
      />
      <details className={folds.fold} open={openAtFirst}>
        <summary className={folds.summary}>{t('more')}</summary>
        <div className={styles.fields}>
          <Field
            label={t('headers')}
            hint={t('headersHint')}
            {...(wrongLine?.field === 'headers' && {
              validationMessage: t('headersWrong', { line: wrongLine.line }),
              validationState: 'error' as const,
            })}
          >
            <Textarea
              className={styles.lines}
              value={typed.headers}
              placeholder="X-Route: partner"
              resize="vertical"
              spellCheck={false}
              onChange={(_, { value }) => onChange({ headers: value })}
            />
          </Field>
          <Field
            label={t('size')}
            {...(problems.some(({ field }) => field === 'size') && {
              validationMessage: t('sizeWrong'),
              validationState: 'error' as const,
            })}
          >
            <Input
              value={typed.size}
              inputMode="decimal"
              autoComplete="off"
              onChange={(_, { value }) => onChange({ size: value })}
            />
          </Field>
        </div>
      </details>
    </form>
  );
}
