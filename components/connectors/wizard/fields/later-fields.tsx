'use client';
import { useMemo } from 'react';
import type { DraftField } from '@/lib/mailflow/connector-draft';
import { reviewDraft } from '@/lib/mailflow/connector-rules';
import type { ConnectorStep } from '@/lib/mailflow/connector-steps';
import { counts } from '@/lib/mailflow/draft-fields';
import { advancedDifferences } from '../../advanced-differences';
import type { WizardForm } from '../wizard-form';
import { ADVANCED_VIEWS } from './advanced-fields';
import { AdvancedSection } from './advanced-section';
import {
  DeliveryField,
  RecipientDomainsField,
  RecipientsField,
  ScopeField,
  SmartHostsField,
} from './delivery-fields';
import type { FieldView } from './field-view';
import {
  IdentifiedByField,
  SenderAddressesField,
  SenderCertificateField,
  SenderDomainsField,
} from './identity-fields';
import { DescriptionField, EnabledField, HeadersField, NameField } from './name-fields';
import {
  AllowedAddressesField,
  RejectOtherAddressesField,
  RejectOtherCertificatesField,
  RejectWithoutTlsField,
} from './restriction-fields';
import { SCENARIO_VIEWS } from './scenario-fields';
import {
  TlsCertificateField,
  TlsDomainField,
  TlsMatchDomainField,
  TlsRequiredField,
} from './security-fields';
import { useFieldInAddress } from './use-field-in-address';

/** Every field of the draft has its view: a new field does not compile without one. */
const FIELD_VIEWS: Record<DraftField, FieldView> = {
  ...SCENARIO_VIEWS,
  name: NameField,
  description: DescriptionField,
  enabled: EnabledField,
  retainInternalHeaders: HeadersField,
  scope: ScopeField,
  recipientDomains: RecipientDomainsField,
  delivery: DeliveryField,
  smartHosts: SmartHostsField,
  tlsRequired: TlsRequiredField,
  tlsCertificate: TlsCertificateField,
  tlsMatchDomain: TlsMatchDomainField,
  tlsDomain: TlsDomainField,
  validationRecipients: RecipientsField,
  identifiedBy: IdentifiedByField,
  senderCertificateName: SenderCertificateField,
  senderDomains: SenderDomainsField,
  senderIpAddresses: SenderAddressesField,
  rejectWithoutTls: RejectWithoutTlsField,
  rejectOtherCertificates: RejectOtherCertificatesField,
  rejectOtherAddresses: RejectOtherAddressesField,
  allowedIpAddresses: AllowedAddressesField,
  ...ADVANCED_VIEWS,
};

type LaterFieldsProps = Readonly<{ step: ConnectorStep; form: WizardForm }>;

/** A step's fields, and its advanced ones in a section of their own. */
export default function LaterFields({ step: { fields, advanced }, form }: LaterFieldsProps) {
  const all = useMemo(() => [...fields, ...advanced], [fields, advanced]);
  const isAdvanced = (field: string | undefined) => advanced.some((own) => own === field);
  const wrong = [...reviewDraft(form.draft), ...advanced.flatMap(form.findings)].some(
    ({ field, severity }) => severity === 'error' && isAdvanced(field),
  );
  const asked = useFieldInAddress(all);
  const show = (field: DraftField) => {
    const View = FIELD_VIEWS[field];
    return (
      <div key={field} id={field}>
        <View form={form} />
      </div>
    );
  };
  return (
    <>
      {fields.map(show)}
      {advanced.some((field) => counts(form.draft, field)) && (
        <AdvancedSection
          differing={advancedDifferences(form.draft).filter(isAdvanced).length}
          wrong={wrong}
          asked={isAdvanced(asked)}
        >
          {advanced.map(show)}
        </AdvancedSection>
      )}
    </>
  );
}
