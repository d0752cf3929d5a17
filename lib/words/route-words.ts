// What the codes of a route say, by a translator of the reader's language: the same words on a page and on a terminal.
import type { useTranslations } from 'next-intl';
import { domainIn } from '../mailflow/recipient';
import type {
  Beaten,
  RecipientTrace,
  Route,
  RouteNote,
  RouteReason,
  RuleTrace,
} from '../mailflow/route-trace';

/** What a connector can have for a recipient; the other reasons are those of no connector. */
const MATCHES = [
  'rule',
  'exactDomain',
  'suffix',
  'suffixApex',
  'acceptedDomain',
  'acceptedSubdomain',
  'everyDomain',
] as const satisfies readonly RouteReason[];

/** `t` speaks the words of `routes`. */
export const routeWords = (t: ReturnType<typeof useTranslations<'routes'>>) => ({
  /** Why the route is what it is. */
  reason: ({ reason, pattern = '', rule, address }: Route & Readonly<{ address?: string }>): string =>
    t(`reason.${reason}`, { pattern, rule: rule?.name ?? '', domain: domainIn(address) }),
  /** What a beaten connector has for the recipient, and why it does not take the message. */
  beaten: ({ reason, match, pattern = '', rule, wouldWin }: Beaten): string => {
    const known = MATCHES.find((name) => name === match);
    const has = known && t(`match.${known}`, { pattern, rule: rule?.name ?? '' });
    const why = t(`beaten.${reason}`, { wouldWin: wouldWin ? 'yes' : 'no' });
    return has ? `${has} ${why}` : why;
  },
  /** What a rule made of the message; its conditions count from 1. */
  rule: ({ outcome, condition = 0 }: RuleTrace): string => t(`rule.${outcome}`, { condition: condition + 1 }),
  /** What to know about an answer. Params win over what the answer says itself. */
  note: ({ code, params }: RouteNote, { literal, address, pattern = '' }: RecipientTrace): string =>
    t(`note.${code}`, {
      ...{ name: literal.winner ? `“${literal.winner.name}”` : t('noConnector') },
      ...{ domain: domainIn(address), pattern, count: 0, rule: '', first: '', second: '' },
      ...{ sender: '', from: '', mailFrom: '' },
      ...params,
    }),
});
