'use client';
import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { type DraftField, ENDPOINTS } from '@/lib/mailflow/connector-draft';
import { destinationAfter, destinationsOf } from '@/lib/mailflow/scenario';
import { FieldWarnings, useFieldError } from './finding-text';
import { ListFieldView } from './list-field-view';
import type { WizardForm } from './wizard-form';

const useStyles = makeStyles({
  group: { marginBottom: '16px' },
  nested: { marginLeft: '28px' },
  heading: { margin: '24px 0 4px', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
});

type FieldViewProps = Readonly<{ form: WizardForm }>;

function FromField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  return (
    <Field className={styles.group} label={t('fields.from')} required>
      <RadioGroup
        value={form.draft.from}
        onChange={(_, { value }) => {
          const from = ENDPOINTS.find((endpoint) => endpoint === value) ?? '';
          form.change({ from, to: destinationAfter(from) });
        }}
      >
        {ENDPOINTS.map((endpoint) => (
          <Radio key={endpoint} value={endpoint} label={t(`endpoints.${endpoint}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ToField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  const choices = destinationsOf(form.draft.from);
  const error = useFieldError(form.findings('to'));
  if (choices.length === 0) return null;
  const fixed = choices.length === 1;
  return (
    <Field
      className={styles.group}
      label={t('fields.to')}
      required
      {...(fixed && { hint: t('destinationFixed') })}
      {...error}
    >
      <RadioGroup
        value={form.draft.to}
        disabled={fixed}
        onChange={(_, { value }) => form.change({ to: choices.find((choice) => choice === value) ?? '' })}
      >
        {choices.map((endpoint) => (
          <Radio key={endpoint} value={endpoint} label={t(`endpoints.${endpoint}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function NameField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  return (
    <Field
      className={styles.group}
      label={t('fields.name')}
      hint={t('hints.name')}
      required
      {...useFieldError(form.findings('name'))}
    >
      <Input
        value={form.draft.name}
        autoComplete="off"
        onChange={(_, { value }) => form.change({ name: value })}
        onBlur={() => form.leave('name')}
      />
    </Field>
  );
}

function DescriptionField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <Field label={t('fields.description')} {...useFieldError(form.findings('description'))}>
      <Textarea
        value={form.draft.description}
        rows={4}
        resize="vertical"
        onChange={(_, { value }) => form.change({ description: value })}
        onBlur={() => form.leave('description')}
      />
    </Field>
  );
}

function EnabledField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.heading}>{t('fields.afterSaving')}</h3>
      <Checkbox
        label={t('fields.enabled')}
        checked={form.draft.enabled}
        onChange={(_, { checked }) => form.change({ enabled: checked === true })}
      />
    </>
  );
}

function HeadersField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <div>
      <Checkbox
        label={t('fields.retainInternalHeaders')}
        checked={form.draft.retainInternalHeaders}
        onChange={(_, { checked }) => form.change({ retainInternalHeaders: checked === true })}
      />
    </div>
  );
}

const SCOPES = ['acceptedDomains', 'transportRule', 'recipientDomains'] as const;

function ScopeField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  const offered = SCOPES.filter((scope) => form.draft.to !== 'partner' || scope !== 'acceptedDomains');
  return (
    <RadioGroup
      className={styles.group}
      aria-label={t('fields.scope')}
      value={form.draft.scope}
      onChange={(_, { value }) => form.change({ scope: offered.find((scope) => scope === value) ?? '' })}
    >
      {offered.map((scope) => (
        <Radio key={scope} value={scope} label={t(`scopes.${scope}`)} />
      ))}
    </RadioGroup>
  );
}

function RecipientDomainsField({ form }: FieldViewProps) {
  const styles = useStyles();
  if (form.draft.scope !== 'recipientDomains') return null;
  return (
    <div className={styles.nested}>
      <ListFieldView field="recipientDomains" hinted form={form} />
    </div>
  );
}

const SmartHostsField = ({ form }: FieldViewProps) => <ListFieldView field="smartHosts" hinted form={form} />;
const RecipientsField = ({ form }: FieldViewProps) => (
  <ListFieldView field="validationRecipients" form={form} />
);

function TlsRequiredField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  return (
    <Field className={styles.group} hint={t('hints.tlsOptional')}>
      <Checkbox
        label={t('fields.tlsRequired')}
        checked={form.draft.tlsRequired}
        onChange={(_, { checked }) =>
          form.change({
            tlsRequired: checked === true,
            // Whoever demands TLS again has to say which certificates.
            ...(checked !== true && { tlsCertificate: '', tlsMatchDomain: false }),
          })
        }
      />
    </Field>
  );
}

const CERTIFICATES = ['any', 'trustedCa'] as const;

function TlsCertificateField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <Field label={t('fields.tlsCertificate')}>
      <RadioGroup
        value={form.draft.tlsCertificate}
        disabled={!form.draft.tlsRequired}
        onChange={(_, { value }) => {
          const tlsCertificate = CERTIFICATES.find((choice) => choice === value) ?? '';
          form.change({ tlsCertificate, ...(tlsCertificate === 'any' && { tlsMatchDomain: false }) });
        }}
      >
        {CERTIFICATES.map((choice) => (
          <Radio key={choice} value={choice} label={t(`certificates.${choice}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const trustsCa = ({ draft }: WizardForm) => draft.tlsRequired && draft.tlsCertificate === 'trustedCa';

function TlsMatchDomainField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  return (
    <Checkbox
      className={styles.nested}
      label={t('fields.tlsMatchDomain')}
      checked={form.draft.tlsMatchDomain}
      disabled={!trustsCa(form)}
      onChange={(_, { checked }) => form.change({ tlsMatchDomain: checked === true })}
    />
  );
}

function TlsDomainField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useStyles();
  const findings = form.findings('tlsDomain');
  const enabled = trustsCa(form) && form.draft.tlsMatchDomain;
  return (
    <div className={styles.nested}>
      <Field label={t('fields.tlsDomain')} required={enabled} {...useFieldError(enabled ? findings : [])}>
        <Input
          value={form.draft.tlsDomain}
          disabled={!enabled}
          placeholder={t('placeholders.tlsDomain')}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => form.change({ tlsDomain: value })}
          onBlur={() => form.leave('tlsDomain')}
        />
      </Field>
      <FieldWarnings findings={findings} />
    </div>
  );
}

/** Every field of the draft has its view: a new field does not compile without one. */
export const FIELD_VIEWS: Record<DraftField, ComponentType<FieldViewProps>> = {
  from: FromField,
  to: ToField,
  name: NameField,
  description: DescriptionField,
  enabled: EnabledField,
  retainInternalHeaders: HeadersField,
  scope: ScopeField,
  recipientDomains: RecipientDomainsField,
  smartHosts: SmartHostsField,
  tlsRequired: TlsRequiredField,
  tlsCertificate: TlsCertificateField,
  tlsMatchDomain: TlsMatchDomainField,
  tlsDomain: TlsDomainField,
  validationRecipients: RecipientsField,
};
