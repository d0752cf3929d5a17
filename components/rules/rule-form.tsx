'use client';
import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Controller, type FieldPath, FormProvider, useForm } from 'react-hook-form';
import type { Finding } from '@/lib/mailflow/finding';
import { reviewRule } from '@/lib/mailflow/transport-rule-draft';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useFindingText } from '../connectors/wizard/finding-text';
import { answered, useSetupProblem } from '../setup/use-setup-action';
import { ConditionListField } from './condition-list-field';
import type { RuleActions } from './rule-actions';
import { type RuleValues, toDraft, toValues, unaddedFindings } from './rule-form-values';
import { TargetField } from './target-field';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  fields: { display: 'contents' },
  message: { ':empty': { display: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px', paddingBottom: '24px' },
});

type RuleFormProps = Readonly<{
  row: RuleRow | undefined;
  readOnly: boolean;
  actions: RuleActions;
  onDirty: (dirty: boolean) => void;
  onSaved: (text: string) => void;
  /** Buttons beside Save. */
  more: ReactNode;
}>;

/** What a rule asks of a message, what excludes one, and where it leads. */
export function RuleForm({ row, readOnly, actions, onDirty, onSaved, more }: RuleFormProps) {
  const styles = useStyles();
  const t = useTranslations('rules');
  const setup = useTranslations('mailSetup');
  const wordsOf = useFindingText();
  const problemWords = useSetupProblem();
  const [message, setMessage] = useState<string>();
  const form = useForm<RuleValues>({ defaultValues: toValues(row?.rule) });
  const { errors, isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  /** Each at its field, the first with the focus. */
  const refuse = (findings: readonly Finding[]) => {
    for (const [at, finding] of findings.entries())
      form.setError(
        (finding.field ?? 'name') as FieldPath<RuleValues>,
        { message: wordsOf(finding) },
        { shouldFocus: at === 0 },
      );
  };
  const submit = form.handleSubmit(async (values) => {
    setMessage(undefined);
    const draft = toDraft(values);
    const findings = [...unaddedFindings(values), ...reviewRule(draft)];
    if (findings.length > 0) return refuse(findings);
    const answer = await answered(
      row ? actions.change({ id: row.id, revision: row.revision, draft }) : actions.create({ draft }),
    );
    if (answer.ok) {
      const { name } = answer.value;
      return onSaved(row ? t('done.changed', { name }) : t('done.created', { name }));
    }
    if (answer.problem?.kind === 'invalid') refuse(answer.problem.findings);
    else setMessage(problemWords(answer.problem));
  });
  return (
    <FormProvider {...form}>
      <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
        <Field
          label={t('panel.name')}
          required={!readOnly}
          {...(errors.name?.message && {
            validationMessage: errors.name.message,
            validationState: 'error' as const,
          })}
        >
          <Input {...form.register('name')} readOnly={readOnly} autoComplete="off" />
        </Field>
        <ConditionListField list="conditions" readOnly={readOnly} />
        <ConditionListField list="exceptions" readOnly={readOnly} />
        <TargetField row={row} readOnly={readOnly} targets={actions.targets} />
        <Controller
          control={form.control}
          name="stopProcessing"
          render={({ field }) => (
            <Field hint={t('panel.stopHint')}>
              <Checkbox
                label={t('panel.stop')}
                checked={field.value}
                disabled={readOnly}
                onChange={(_, { checked }) => field.onChange(checked === true)}
              />
            </Field>
          )}
        />
        <Controller
          control={form.control}
          name="enabled"
          render={({ field }) => (
            <Checkbox
              label={t('panel.enabled')}
              checked={field.value}
              disabled={readOnly}
              onChange={(_, { checked }) => field.onChange(checked === true)}
            />
          )}
        />
        <div role="alert" className={styles.message}>
          {message && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{message}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {!readOnly && (
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={isSubmitting}>
              {isSubmitting ? setup('saving') : setup('save')}
            </Button>
            {more}
          </div>
        )}
      </form>
    </FormProvider>
  );
}
