'use client';
import { useTranslations } from 'next-intl';
import { counts } from '@/lib/mailflow/draft-fields';
import { CheckField } from './check-field';
import { useFieldStyles } from './field-styles';
import type { FieldViewProps } from './field-view';
import { ListField } from './list-field';

export function RejectWithoutTlsField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <CheckField
      form={form}
      field="rejectWithoutTls"
      label={t('fields.rejectWithoutTls')}
      onCheck={(rejectWithoutTls) =>
        form.change({ rejectWithoutTls, ...(!rejectWithoutTls && { rejectOtherCertificates: false }) })
      }
    />
  );
}

export function RejectOtherCertificatesField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <CheckField
      form={form}
      field="rejectOtherCertificates"
      label={t('fields.rejectOtherCertificates')}
      className={styles.under}
      disabled={!counts(form.draft, 'rejectOtherCertificates')}
    />
  );
}

/** A partner that is known by its addresses is held to the same addresses: nothing to choose. */
export function RejectOtherAddressesField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const chosen = counts(form.draft, 'rejectOtherAddresses');
  return (
    <CheckField
      form={form}
      field="rejectOtherAddresses"
      label={t('fields.rejectOtherAddresses')}
      {...(!chosen && { fixed: true, hint: t('hints.addressesIdentify') })}
    />
  );
}

export function AllowedAddressesField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <ListField form={form} field="allowedIpAddresses" hint={t('hints.ipRanges')} className={styles.nested} />
  );
}
