'use client';
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useFieldError } from '@/components/connectors/wizard/finding-text';
import type { Finding } from '@/lib/mailflow/finding';
import type { KnownServer } from '@/lib/servers/known-server';
import type { OwnServer } from '@/lib/servers/own-server';
import { type ServerQuestion, shownFields, type TypedField } from './server-question';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', alignContent: 'start' },
});

type ServerFormProps = Readonly<{
  question: ServerQuestion;
  known: KnownServer;
  /** What is wrong with the values, each with its field. */
  findings: readonly Finding[];
  /** The server that the values make, where nothing is wrong. */
  server: OwnServer | undefined;
  onType: (field: TypedField, text: string) => void;
  onHandOver: (handsOver: ServerQuestion['handsOver']) => void;
  onReset: () => void;
}>;

/** The few values that a mail program's files need; they begin with what the set-up tells. */
export function ServerForm({
  question,
  known,
  findings,
  server,
  onType,
  onHandOver,
  onReset,
}: ServerFormProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.server.form');
  const shown = shownFields(question, known);
  const of = (field: TypedField) => findings.filter((finding) => finding.field === field);
  const errors = {
    smartHost: useFieldError(of('smartHost')),
    ehloName: useFieldError(of('ehloName')),
    certificateFile: useFieldError(of('certificateFile')),
    keyFile: useFieldError(of('keyFile')),
    domains: useFieldError(of('domains')),
  };
  const text = (field: Exclude<TypedField, 'domains'>, placeholder = '') => (
    <Field label={t(`${field}.label`)} hint={t(`${field}.hint`)} {...errors[field]}>
      <Input
        autoComplete="off"
        spellCheck={false}
        value={shown[field]}
        placeholder={placeholder}
        onChange={(_, { value }) => onType(field, value)}
      />
    </Field>
  );
  return (
    <form className={styles.form} aria-label={t('label')} onSubmit={(event) => event.preventDefault()}>
      {text('smartHost')}
      {text('ehloName')}
      {text('certificateFile', server?.certificateFile.text)}
      {text('keyFile', server?.keyFile.text)}
      <Field label={t('handsOver.label')}>
        <RadioGroup
          value={question.handsOver}
          onChange={(_, { value }) => onHandOver(value === 'domains' ? 'domains' : 'everything')}
        >
          <Radio value="everything" label={t('handsOver.everything')} />
          <Radio value="domains" label={t('handsOver.domains')} />
        </RadioGroup>
      </Field>
      {question.handsOver === 'domains' && (
        <Field label={t('domains.label')} hint={t('domains.hint')} {...errors.domains}>
          <Textarea
            value={shown.domains}
            resize="vertical"
            spellCheck={false}
            placeholder={known.acceptedDomains.slice(0, 2).join(', ')}
            onChange={(_, { value }) => onType('domains', value)}
          />
        </Field>
      )}
      <div>
        <Button size="small" onClick={onReset}>
          {t('reset')}
        </Button>
      </div>
    </form>
  );
}
