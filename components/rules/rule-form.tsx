'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { type FieldPath, FormProvider, useForm } from 'react-hook-form';
import type { Finding } from '@/lib/mailflow/finding';
import { reviewRule } from '@/lib/mailflow/transport-rule-draft';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useFindingText } from '../connectors/wizard/finding-text';
import { CheckField } from '../setup/check-field';
import { FormFoot } from '../setup/form-foot';
import { TextField } from '../setup/text-field';
import { answered, useSetupProblem } from '../setup/use-setup-action';
import { ConditionListField } from './condition-list-field';
import type { RuleActions } from './rule-actions';
import { type RuleValues, toDraft, toValues, unaddedFindings } from './rule-form-values';
import { TargetField } from './target-field';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
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
  const wordsOf = useFindingText();
  const problemWords = useSetupProblem();
  const [message, setMessage] = useState<string>();
  const form = useForm<RuleValues>({ defaultValues: toValues(row?.rule) });
  const { isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  /** Each field has its first finding, and the first field the focus. */
  const refuse = (findings: readonly Finding[]) => {
    const told = new Set<string>();
    for (const finding of findings) {
      const { field = 'name' } = finding;
      if (told.has(field)) continue;
      form.setError(
        field as FieldPath<RuleValues>,
        { message: wordsOf(finding) },
        { shouldFocus: told.size === 0 },
      );
      told.add(field);
    }
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
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          // What was refused before was said of other values.
          form.clearErrors();
          void submit(event);
        }}
      >
        <TextField control={form.control} name="name" label={t('panel.name')} readOnly={readOnly} />
        <ConditionListField list="conditions" readOnly={readOnly} />
        <ConditionListField list="exceptions" readOnly={readOnly} />
        <TargetField row={row} readOnly={readOnly} targets={actions.targets} />
        <CheckField
          control={form.control}
          name="stopProcessing"
          label={t('panel.stop')}
          hint={t('panel.stopHint')}
          disabled={readOnly}
        />
        <CheckField control={form.control} name="enabled" label={t('panel.enabled')} disabled={readOnly} />
        <FormFoot message={message} busy={isSubmitting} readOnly={readOnly} more={more} />
      </form>
    </FormProvider>
  );
}
