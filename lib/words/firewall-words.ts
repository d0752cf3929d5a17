// What there is to say of firewall rules, by a translator of the reader's language.
import type { useTranslations } from 'next-intl';
import type { AddressFamily } from '../mailflow/firewall/address-span';
import type { NeededRange, RangeComparison } from '../mailflow/firewall/compare-ranges';
import { type MicrosoftRanges, publishedOn } from '../mailflow/firewall/microsoft-ranges';
import type { RuleFinding } from '../mailflow/firewall/read-rules';

const FAMILY_NAMES: Readonly<Record<AddressFamily, string>> = { ipv4: 'IPv4', ipv6: 'IPv6' };

/** `t` speaks the words of `firewall`. */
export const firewallWords = (t: ReturnType<typeof useTranslations<'firewall'>>) => ({
  /** What is with one piece of the rules. */
  finding: ({ code, line, text }: RuleFinding): string => t(`finding.${code}`, { line, text }),
  /** How much of a needed range is let in. */
  state: ({ state }: NeededRange): string => t(`state.${state}`),
  /** The whole, in a sentence or two. */
  result: ({ merged, missing, wholeFamilies }: RangeComparison): string => {
    if (merged.length === 0) return t('result.nothingRead');
    const families = wholeFamilies.map((family) => FAMILY_NAMES[family]).join(', ');
    return [
      missing.length === 0 ? t('result.complete') : t('result.incomplete', { count: missing.length }),
      ...(families === '' ? [] : [t('result.everyone', { families })]),
    ].join(' ');
  },
  /** Which list it was held against. */
  version: ({ version }: MicrosoftRanges): string =>
    t('version', { version, date: new Date(`${publishedOn(version)}T12:00:00Z`) }),
  /** What to do with either half of what nftables takes. */
  nftablesSets: (): string => t('nftablesSets'),
  nftablesRules: (): string => t('nftablesRules'),
});
