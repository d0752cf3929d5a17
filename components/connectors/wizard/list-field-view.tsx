'use client';
import { useTranslations } from 'next-intl';
import { EntryList } from '@/components/ui/entry-list';
import type { ListField } from '@/lib/mailflow/connector-draft';
import { FieldWarnings, useFindingText } from './finding-text';
import type { WizardForm } from './wizard-form';

type ListFieldViewProps = Readonly<{ field: ListField; hinted?: boolean; form: WizardForm }>;

/** One of the draft's lists, with the words that EAC has for it. */
export function ListFieldView({ field, hinted = false, form }: ListFieldViewProps) {
  const t = useTranslations('wizard');
  const text = useFindingText();
  const findings = form.findings(field);
  const error = findings.find(({ severity }) => severity === 'error');
  return (
    <>
      <EntryList
        label={t(`fields.${field}`)}
        {...(hinted && field !== 'validationRecipients' && { hint: t(`hints.${field}`) })}
        placeholder={t(`placeholders.${field}`)}
        entries={form.draft[field]}
        text={form.pending[field]}
        error={error && text(error)}
        onText={(typed) => form.type(field, typed)}
        onLeave={() => form.leave(field)}
        onAdd={(typed) => form.add(field, typed)}
        onEntries={(entries) => form.change({ [field]: entries })}
        words={{
          add: t('list.add'),
          remove: (value) => t('list.remove', { value }),
          count: (count) => t('list.count', { count }),
          added: (count) => t('list.added', { count }),
          removed: (value) => t('list.removed', { value }),
          undo: t('list.undo'),
        }}
      />
      <FieldWarnings findings={findings} />
    </>
  );
}
