// What a row of the list says, in the table and in the file to take along.
import { useTranslations } from 'next-intl';
import { useFindingText } from '@/components/connectors/wizard/finding-text';
import { useRouteWords } from '../route-words';
import type { TracedRow } from './use-list-trace';
import { type Way, wayKey } from './way-key';

const DEFAULTS = ['authoritativeDefault', 'internalRelayDefault', 'externalDefault'] as const;

export function useRowWords() {
  const t = useTranslations('traceList');
  const words = useRouteWords();
  const findingText = useFindingText();
  const wayName = ({ key, name }: Pick<Way, 'key' | 'name'>): string => {
    if (name !== undefined) return name;
    const how = DEFAULTS.find((known) => known === key);
    if (how) return t('summary.default', { how: t(`summary.${how}`) });
    if (key === 'unreadable') return t('summary.unreadable');
    return key === 'unknown' ? t('summary.unknown') : t('summary.waiting');
  };
  return {
    wayName,
    goes: ({ answer }: TracedRow): string =>
      wayName({ key: wayKey(answer), ...(answer?.winner && { name: answer.winner.name }) }),
    why: ({ answer, row }: TracedRow): string => {
      const why = answer?.problem ? findingText(answer.problem) : answer ? words.reason(answer) : '';
      return row.isBroken ? `${why} ${t('table.broken')}` : why;
    },
  };
}
