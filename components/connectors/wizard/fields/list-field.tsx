'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { EntryList } from '@/components/ui/entry-list';
import type { ListField as DraftList } from '@/lib/mailflow/connector-draft';
import { counts } from '@/lib/mailflow/draft-fields';
import { FieldWarnings, useFindingText } from '../finding-text';
import type { FieldViewProps } from './field-view';

type ListFieldProps = FieldViewProps &
  Readonly<{ field: DraftList; hint?: string | ReactElement; className?: string }>;

/** One of the draft's lists, with the words that EAC has for it; nothing while an earlier choice makes it moot. */
export function ListField({ field, hint, className, form }: ListFieldProps) {
  const t = useTranslations('wizard');
  const text = useFindingText();
  if (!counts(form.draft, field)) return null;
  const findings = form.findings(field);
  const error = findings.find(({ severity }) => severity === 'error');
  return (
    <div {...(className && { className })}>
      <EntryList
        label={t(`fields.${field}`)}
        {...(hint && { hint })}
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
    </div>
  );
}
