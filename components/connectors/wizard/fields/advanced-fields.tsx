'use client';
import { useTranslations } from 'next-intl';
import { DANE_MODES, MTA_STS_MODES } from '@/lib/mailflow/connector';
import { emptyDraft } from '@/lib/mailflow/connector-draft';
import type { AdvancedField } from '../../advanced-differences';
import { AdvancedHelp } from './advanced-help';
import { CheckField } from './check-field';
import { ChoiceField } from './choice-field';
import { useFieldStyles } from './field-styles';
import type { FieldView, FieldViewProps } from './field-view';
import { ListField } from './list-field';

type AdvancedCheckProps = FieldViewProps &
  Readonly<{ field: 'testMode' | 'routeAllViaOnPremises' | 'senderRewriting' | 'treatAsInternal' }>;

function AdvancedCheck({ form, field }: AdvancedCheckProps) {
  const t = useTranslations('wizard');
  const styles = useFieldStyles();
  return (
    <CheckField
      form={form}
      field={field}
      label={t(`fields.${field}`)}
      hint={<AdvancedHelp field={field} byDefault="off" />}
      className={styles.group}
    />
  );
}

type AdvancedListProps = FieldViewProps &
  Readonly<{
    field: 'alsoRecipientDomains' | 'associatedAcceptedDomains' | 'skippedAddresses' | 'filteredUsers';
  }>;

function AdvancedList({ form, field }: AdvancedListProps) {
  const styles = useFieldStyles();
  return (
    <ListField
      form={form}
      field={field}
      hint={<AdvancedHelp field={field} byDefault="empty" />}
      className={styles.group}
    />
  );
}

const DEFAULTS = emptyDraft();

type AdvancedChoiceProps<Choice extends string> = FieldViewProps &
  Readonly<{
    field: 'smtpDaneMode' | 'mtaStsMode' | 'enhancedFiltering';
    choices: readonly Choice[];
    wordsOf: (choice: Choice) => string;
    onChoose: (choice: Choice) => void;
  }>;

/** One of several, with the default named as such. */
function AdvancedChoice<Choice extends string>({ wordsOf, ...props }: AdvancedChoiceProps<Choice>) {
  const t = useTranslations('wizard');
  const { field } = props;
  const marked = (choice: Choice) =>
    choice === DEFAULTS[field] ? t('advanced.isDefault', { choice: wordsOf(choice) }) : wordsOf(choice);
  return (
    <ChoiceField
      {...props}
      label={t(`fields.${field}`)}
      hint={<AdvancedHelp field={field} />}
      wordsOf={marked}
    />
  );
}

function DaneField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <AdvancedChoice
      form={form}
      field="smtpDaneMode"
      choices={DANE_MODES}
      wordsOf={(mode) => t(`advanced.dane.${mode}`)}
      onChoose={(smtpDaneMode) => form.change({ smtpDaneMode })}
    />
  );
}

function MtaStsField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <AdvancedChoice
      form={form}
      field="mtaStsMode"
      choices={MTA_STS_MODES}
      wordsOf={(mode) => t(`advanced.mtaSts.${mode}`)}
      onChoose={(mtaStsMode) => form.change({ mtaStsMode })}
    />
  );
}

function EnhancedFilteringField({ form }: FieldViewProps) {
  const t = useTranslations('wizard');
  return (
    <AdvancedChoice
      form={form}
      field="enhancedFiltering"
      choices={['nothing', 'lastAddress', 'addresses'] as const}
      wordsOf={(choice) => t(`advanced.filtering.${choice}`)}
      onChoose={(enhancedFiltering) => form.change({ enhancedFiltering })}
    />
  );
}

/** What EAC's wizard hides. */
export const ADVANCED_VIEWS: Record<AdvancedField, FieldView> = {
  alsoRecipientDomains: ({ form }) => <AdvancedList form={form} field="alsoRecipientDomains" />,
  testMode: ({ form }) => <AdvancedCheck form={form} field="testMode" />,
  smtpDaneMode: DaneField,
  mtaStsMode: MtaStsField,
  routeAllViaOnPremises: ({ form }) => <AdvancedCheck form={form} field="routeAllViaOnPremises" />,
  senderRewriting: ({ form }) => <AdvancedCheck form={form} field="senderRewriting" />,
  treatAsInternal: ({ form }) => <AdvancedCheck form={form} field="treatAsInternal" />,
  associatedAcceptedDomains: ({ form }) => <AdvancedList form={form} field="associatedAcceptedDomains" />,
  enhancedFiltering: EnhancedFilteringField,
  skippedAddresses: ({ form }) => <AdvancedList form={form} field="skippedAddresses" />,
  filteredUsers: ({ form }) => <AdvancedList form={form} field="filteredUsers" />,
};
