// Which message of messages/*/routes.json says what a code of a route means, and the values it takes.
import type { FindingParams } from './finding';
import type {
  Beaten,
  BeatenReason,
  RecipientTrace,
  RouteNote,
  RouteNoteCode,
  RouteReason,
  RuleTrace,
} from './route-trace';

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

/** Values of messages. */
type Message<Key extends string> = readonly [key: Key, values: FindingParams];

export const domainIn = (address: string | undefined): string =>
  address?.slice(address.lastIndexOf('@') + 1) ?? '';

/** Why the route is what it is. */
export const reasonMessage = ({
  reason,
  pattern = '',
  rule,
  address,
}: RecipientTrace): Message<`reason.${RouteReason}`> => [
  `reason.${reason}`,
  { pattern, rule: rule?.name ?? '', domain: domainIn(address) },
];

/** What a beaten connector has for the recipient, and then why it does not take the message. */
export function beatenMessages({
  reason,
  match,
  pattern = '',
  rule,
  wouldWin,
}: Beaten): readonly Message<`match.${(typeof MATCHES)[number]}` | `beaten.${BeatenReason}`>[] {
  const known = MATCHES.find((name) => name === match);
  return [
    ...(known ? [[`match.${known}`, { pattern, rule: rule?.name ?? '' }] as const] : []),
    [`beaten.${reason}`, { wouldWin: wouldWin ? 'yes' : 'no' }],
  ];
}

/** What a rule made of the message; conditions count from 1. */
export const ruleMessage = ({
  outcome,
  condition = 0,
}: RuleTrace): Message<`rule.${RuleTrace['outcome']}`> => [`rule.${outcome}`, { condition: condition + 1 }];

/** What to know about an answer. `nobody` is the word for no connector; a note's own values go before the answer's. */
export const noteMessage = (
  { code, params }: RouteNote,
  { literal, address, pattern = '' }: RecipientTrace,
  nobody: string,
): Message<`note.${RouteNoteCode}`> => [
  `note.${code}`,
  {
    ...{ name: literal.winner ? `“${literal.winner.name}”` : nobody },
    ...{ domain: domainIn(address), pattern, count: 0, rule: '', first: '', second: '' },
    ...{ sender: '', from: '', mailFrom: '' },
    ...params,
  },
];
