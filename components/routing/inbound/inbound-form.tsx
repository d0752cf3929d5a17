'use client';
import { Checkbox, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { INBOUND_RECIPIENTS_MAX } from '@/lib/operations/attribution-query';
import type { TypedConnection } from './use-connection';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', alignContent: 'start' },
  lines: { '& textarea': { minHeight: '60px' } },
  checks: { display: 'grid' },
});

type InboundFormProps = Readonly<{
  typed: TypedConnection;
  /** How many recipients are typed. */
  count: number;
  onChange: (change: Partial<TypedConnection>) => void;
}>;

/** The connection that is asked about. The answer follows the hand. */
export function InboundForm({ typed, count, onChange }: InboundFormProps) {
  const styles = useStyles();
  const t = useTranslations('traceInbound.form');
  const text = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <form className={styles.form} aria-label={t('label')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('ip')} hint={t('ipHint')}>
        <Input {...text} value={typed.ip} onChange={(_, { value }) => onChange({ ip: value })} />
      </Field>
      <div className={styles.checks}>
        <Checkbox
          label={t('tls')}
          checked={typed.tls}
          onChange={(_, { checked }) => onChange({ tls: checked === true })}
        />
      </div>
      <Field label={t('certificates')} hint={t('certificatesHint')}>
        <Textarea
          className={styles.lines}
          value={typed.certificates}
          placeholder="mail.contoso.com"
          disabled={!typed.tls}
          resize="vertical"
          spellCheck={false}
          onChange={(_, { value }) => onChange({ certificates: value })}
        />
      </Field>
      <div className={styles.checks}>
        <Checkbox
          label={t('trusted')}
          checked={typed.trusted}
          disabled={!typed.tls}
          onChange={(_, { checked }) => onChange({ trusted: checked === true })}
        />
      </div>
      <Field label={t('sender')} hint={t('senderHint')}>
        <Input {...text} value={typed.sender} onChange={(_, { value }) => onChange({ sender: value })} />
      </Field>
      <Field
        label={t('recipients')}
        hint={t('recipientsHint')}
        {...(count > INBOUND_RECIPIENTS_MAX && {
          validationMessage: t('tooMany', { max: INBOUND_RECIPIENTS_MAX }),
          validationState: 'error' as const,
        })}
      >
        <Textarea
          className={styles.lines}
          value={typed.recipients}
          placeholder="ada@contoso.com"
          resize="vertical"
          spellCheck={false}
          onChange={(_, { value }) => onChange({ recipients: value })}
        />
      </Field>
    </form>
  );
}
