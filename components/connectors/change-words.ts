// The differences between two versions of a connector, each in one sentence.
import { useTranslations } from 'next-intl';
import type { Change } from '@/lib/mailflow/connector-changes';
import type { DraftField } from '@/lib/mailflow/connector-draft';

/** Fields whose values are codes with words of their own; the others' values are what was typed. */
const CHOICES: ReadonlySet<DraftField> = new Set<DraftField>([
  'from',
  'to',
  'scope',
  'delivery',
  'tlsCertificate',
  'identifiedBy',
  'smtpDaneMode',
  'mtaStsMode',
  'enhancedFiltering',
]);

/** The sentence of a change: "Smart host mail2.contoso.com removed". */
export function useChangeWords(): (change: Change) => string {
  const t = useTranslations('changes');
  type Key = Parameters<typeof t>[0];
  const value = (field: DraftField, text: string) =>
    CHOICES.has(field) && text !== '' ? t(`choice.${field}.${text}` as Key) : text;
  const moved = (words: { what: string; from: string; to: string }) => {
    if (words.from === '') return t('set', words);
    return words.to === '' ? t('cleared', words) : t('changed', words);
  };
  return (change) => {
    if (change.kind === 'kept')
      return moved({ what: t('what.exchange', { name: change.name }), from: change.from, to: change.to });
    const { field } = change;
    if ('value' in change) {
      return t(change.kind, { what: t(`what.${field}` as Key), value: change.value });
    }
    if (!('from' in change)) return t(`${change.kind}.${field}` as Key);
    return moved({
      what: t(`what.${field}` as Key),
      from: value(field, change.from),
      to: value(field, change.to),
    });
  };
}
