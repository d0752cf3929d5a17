// What a note about an object of a file says.
import { useTranslations } from 'next-intl';
import type { ImportNote } from '@/lib/exchange/exchange-file';

/** What any note may name. */
const NO_PARAMS = { value: '', property: '', name: '' };

export function useNoteWords(): (note: ImportNote) => string {
  const t = useTranslations('importNotes');
  return ({ code, params }) => t(code, { ...NO_PARAMS, ...params });
}
