// What an accepted domain is, in a few words: "Internal relay, with subdomains, default".
import { useTranslations } from 'next-intl';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import { matchesSubDomains } from '@/lib/mailflow/accepted-domain-plan';

export function useDomainWords(): (accepted: AcceptedDomain) => string {
  const t = useTranslations('domains');
  return (accepted) => {
    const type = t(`type.${accepted.type}`);
    const wide = matchesSubDomains(accepted) ? t('several.withSubDomains', { type }) : type;
    return accepted.isDefault ? t('several.asDefault', { type: wide }) : wide;
  };
}
