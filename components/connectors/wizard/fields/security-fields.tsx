'use client';
import { useTranslations } from 'next-intl';
import { counts } from '@/lib/mailflow/draft-fields';
import { CheckField } from './check-field';
import { ChoiceField } from './choice-field';
import { useFieldStyles } from './field-styles';
import type { FieldViewProps } from './field-view';
import { TextField } from './text-field';

// As in EAC, what an earlier choice makes moot stays in its place and is greyed.

export function TlsRequiredField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <CheckField
      form={form}
      field="tlsRequired"
      label={t('fields.tlsRequired')}
      hint={t('hints.tlsOptional')}
      className={styles.group}
      onCheck={(tlsRequired) =>
        form.change({
          tlsRequired,
          // Whoever demands TLS again has to say which certificates.
          ...(!tlsRequired && { tlsCertificate: '', tlsMatchDomain: false }),
        })
      }
    />
  );
}

export function TlsCertificateField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <ChoiceField
      form={form}
      field="tlsCertificate"
      label={t('fields.tlsCertificate')}
      disabled={!counts(form.draft, 'tlsCertificate')}
      continued
      choices={['any', 'trustedCa'] as const}
      wordsOf={(choice) => t(`certificates.${choice}`)}
      onChoose={(tlsCertificate) =>
        form.change({ tlsCertificate, ...(tlsCertificate === 'any' && { tlsMatchDomain: false }) })
      }
    />
  );
}

export function TlsMatchDomainField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <CheckField
      form={form}
      field="tlsMatchDomain"
      label={t('fields.tlsMatchDomain')}
      className={styles.under}
      disabled={!counts(form.draft, 'tlsMatchDomain')}
    />
  );
}

export function TlsDomainField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <TextField
      form={form}
      field="tlsDomain"
      label={t('fields.tlsDomain')}
      placeholder={t('placeholders.tlsDomain')}
      className={styles.nested}
      disabled={!counts(form.draft, 'tlsDomain')}
    />
  );
}
