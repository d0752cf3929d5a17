'use client';
import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { ACCEPTED_DOMAIN_TYPES, type AcceptedDomainType } from '@/lib/mailflow/accepted-domain';
import { matchesSubDomains } from '@/lib/mailflow/accepted-domain-plan';
import type { Finding } from '@/lib/mailflow/finding';
import { parseHostName } from '@/lib/mailflow/host-name';
import type { StoredDomain } from '@/lib/operations/accepted-domains';
import { useFindingText } from '../connectors/wizard/finding-text';
import { CheckField } from '../setup/check-field';
import { FormFoot } from '../setup/form-foot';
import { TextField } from '../setup/text-field';
import { answered, useSetupProblem } from '../setup/use-setup-action';
import type { DomainActions } from './domain-actions';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type Values = { domain: string; type: AcceptedDomainType; isDefault: boolean; matchSubDomains: boolean };

type DomainFormProps = Readonly<{
  stored: StoredDomain | undefined;
  isFirst: boolean;
  readOnly: boolean;
  actions: DomainActions;
  onDirty: (dirty: boolean) => void;
  onSaved: (text: string) => void;
  /** Buttons beside Save. */
  more: ReactNode;
}>;

/** What an accepted domain is; a new one has a name to type. */
export function DomainForm({ stored, isFirst, readOnly, actions, onDirty, onSaved, more }: DomainFormProps) {
  const styles = useStyles();
  const t = useTranslations('domains');
  const wordsOf = useFindingText();
  const problemWords = useSetupProblem();
  const [message, setMessage] = useState<string>();
  const accepted = stored?.accepted;
  const form = useForm<Values>({
    defaultValues: {
      domain: accepted?.domain ?? '',
      type: accepted?.type ?? 'authoritative',
      isDefault: accepted?.isDefault ?? isFirst,
      matchSubDomains: accepted !== undefined && matchesSubDomains(accepted),
    },
  });
  const { isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const [type, typed] = form.watch(['type', 'domain']);

  const refuse = (finding: Finding) =>
    form.setError('domain', { message: wordsOf(finding) }, { shouldFocus: true });
  const submit = form.handleSubmit(async (values) => {
    setMessage(undefined);
    if (values.domain.trim() === '') return refuse({ code: 'text.required', severity: 'error' });
    const name = parseHostName(values.domain);
    if (!name.ok) return refuse(name.finding);
    const answer = await answered(
      stored ? actions.change({ ...values, revision: stored.revision }) : actions.add(values),
    );
    if (answer.ok) {
      const { domain } = answer.value;
      return onSaved(stored ? t('panel.saved', { domain }) : t('panel.added', { domain }));
    }
    const [finding] = answer.problem?.kind === 'invalid' ? answer.problem.findings : [];
    if (finding) refuse(finding);
    else setMessage(problemWords(answer.problem));
  });
  const shown = parseHostName(typed);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        // What was refused before was said of another name.
        form.clearErrors();
        void submit(event);
      }}
    >
      {!stored && (
        <TextField
          control={form.control}
          name="domain"
          label={t('panel.domain')}
          placeholder={t('panel.placeholder')}
        />
      )}
      <Controller
        control={form.control}
        name="type"
        render={({ field }) => (
          <Field label={t('panel.type')}>
            <RadioGroup
              value={field.value}
              disabled={readOnly}
              onChange={(_, { value }) => field.onChange(value)}
            >
              {ACCEPTED_DOMAIN_TYPES.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={
                    <>
                      {t(`type.${one}`)}
                      <span className={styles.hint}>{t(`panel.${one}Hint`)}</span>
                    </>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
        )}
      />
      <CheckField
        control={form.control}
        name="matchSubDomains"
        label={t('panel.matchSubDomains')}
        hint={t('panel.matchSubDomainsHint', { domain: shown.ok ? shown.value : t('panel.placeholder') })}
        disabled={readOnly}
        counts={type === 'internalRelay'}
      />
      <CheckField
        control={form.control}
        name="isDefault"
        label={t('panel.isDefault')}
        hint={accepted?.isDefault ? t('panel.isDefaultFixed') : t('panel.isDefaultHint')}
        disabled={readOnly || accepted?.isDefault === true}
      />
      <FormFoot message={message} busy={isSubmitting} readOnly={readOnly} more={more} />
    </form>
  );
}
