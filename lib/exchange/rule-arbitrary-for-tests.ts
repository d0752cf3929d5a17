// Any transport rule that Exchange's cmdlets can say: each predicate once, groups without members, patterns short enough.
import fc from 'fast-check';
import { parseTextPattern } from '../mailflow/text-pattern';
import type { RuleCondition, TransportRule } from '../mailflow/transport-rule';
import { FLAG_PREDICATES, OTHER_PREDICATES, PART_OF } from './rule-parameter-names';
import { toExpression } from './rule-pattern';

const nasty = fc.constantFrom(...`ab1.*@-'"$()\`;|^?+[]{}\\ü’“ `, '😀', '\u202e'.slice(1));
const line = (maxLength: number) =>
  fc
    .array(nasty, { minLength: 1, maxLength })
    .map((signs) => signs.join('').trim())
    .filter((text) => text !== '');
const domain = fc.constantFrom('contoso.com', 'mail.fabrikam.com', 'xn--bcher-kva.example');
const address = fc
  .tuple(fc.constantFrom('ada', "o'neill", 'a+b', '{x}'), domain)
  .map((parts) => parts.join('@'));
const pattern = line(20).filter((text) => {
  const read = parseTextPattern(text);
  return read.ok && read.value === text && toExpression(text).length <= 128;
});
const header = fc.constantFrom('X-Route', 'Subject', "X-O'Neill", 'X-$(a)');

type List = [string, ...string[]];
const some = (text: fc.Arbitrary<string>) =>
  fc.uniqueArray(text, {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.toLowerCase(),
  }) as fc.Arbitrary<List>;

const other = fc
  .constantFrom(...OTHER_PREDICATES.filter((name) => PART_OF[name] === undefined))
  .chain((parameter): fc.Arbitrary<RuleCondition> => {
    const isFlag = FLAG_PREDICATES.some((name) => name === parameter);
    const value = isFlag
      ? fc.constant(true)
      : fc.oneof(line(10), some(line(10)), fc.integer({ min: -1, max: 9 }));
    return value.map((one) => ({
      kind: 'other',
      parameter,
      value: parameter === 'AttachmentSizeOver' ? 2_048 : one,
    }));
  });

const perhaps = (condition: fc.Arbitrary<RuleCondition>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: condition.map((one) => [one]) },
  );

/** In the order of the tables, as a record is read. */
const conditions: fc.Arbitrary<RuleCondition[]> = fc
  .tuple(
    perhaps(some(domain).map((domains) => ({ kind: 'recipientDomainIs', domains }))),
    perhaps(some(address).map((addresses) => ({ kind: 'recipientIs', addresses }))),
    perhaps(some(pattern).map((patterns) => ({ kind: 'recipientMatches', patterns }))),
    perhaps(line(20).map((group) => ({ kind: 'recipientMemberOf', group, members: [] }))),
    perhaps(
      fc
        .constantFrom('internal' as const, 'external' as const)
        .map((scope) => ({ kind: 'recipientScope', scope })),
    ),
    perhaps(some(domain).map((domains) => ({ kind: 'senderDomainIs', domains }))),
    perhaps(some(address).map((addresses) => ({ kind: 'senderIs', addresses }))),
    perhaps(some(pattern).map((patterns) => ({ kind: 'senderMatches', patterns }))),
    perhaps(line(20).map((group) => ({ kind: 'senderMemberOf', group, members: [] }))),
    perhaps(
      fc
        .constantFrom('internal' as const, 'external' as const)
        .map((scope) => ({ kind: 'senderScope', scope })),
    ),
    perhaps(
      fc
        .tuple(header, some(line(10)))
        .map(([name, words]) => ({ kind: 'headerContains', header: name, words })),
    ),
    perhaps(
      fc
        .tuple(header, some(pattern))
        .map(([name, patterns]) => ({ kind: 'headerMatches', header: name, patterns })),
    ),
    perhaps(fc.integer({ min: 1, max: 1_073_741_824 }).map((bytes) => ({ kind: 'sizeAtLeast', bytes }))),
    fc
      .uniqueArray(other, { maxLength: 3, selector: (one) => (one.kind === 'other' ? one.parameter : '') })
      .map((ones) => ones.sort((a, b) => placeOf(a) - placeOf(b))),
  )
  .map((lists) => lists.flat());

const PLACES: readonly string[] = OTHER_PREDICATES;
const placeOf = (condition: RuleCondition): number =>
  condition.kind === 'other' ? PLACES.indexOf(condition.parameter) : -1;

export const sayableRule: fc.Arbitrary<TransportRule> = fc.record({
  name: line(30),
  enabled: fc.boolean(),
  priority: fc.integer({ min: 0, max: 300 }),
  conditions,
  exceptions: conditions,
  connector: line(30)
    .filter((name) => !/^CN=/i.test(name))
    .map((name) => ({ by: 'name' as const, name })),
  stopProcessing: fc.boolean(),
});
