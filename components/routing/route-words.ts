// What the codes of routes say in the reader's language.
import { useTranslations } from 'next-intl';
import { attributionWords } from '@/lib/words/attribution-words';
import { routeWords } from '@/lib/words/route-words';

export const useRouteWords = () => routeWords(useTranslations('routes'));
export const useAttributionWords = () => attributionWords(useTranslations('attribution'));
