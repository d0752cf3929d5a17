// What a run is called in lists and titles: after its connector, or by what it tested.
import { useTranslations } from 'next-intl';
import type { RunRow } from '@/lib/operations/list-validation-runs';
import { planRoute } from './validation-words';

const HOSTS_SHOWN = 3;

type Named = Pick<RunRow, 'connector' | 'hosts' | 'recipients'>;

/** `what`: whose settings; `where`: the hosts, or the domains whose MX records decide. */
export function useRunName(): (run: Named) => Readonly<{ what: string; where: string }> {
  const t = useTranslations('runs');
  return ({ connector, hosts, recipients }) => {
    const { by, domains } = planRoute({ hosts, recipients });
    const more = hosts.length > HOSTS_SHOWN ? ', …' : '';
    return {
      what: connector?.name ?? t('unsaved'),
      where: by === 'mx' ? t('mx', { domains }) : hosts.slice(0, HOSTS_SHOWN).join(', ') + more,
    };
  };
}
