import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fitsPattern, parseTextPattern } from '../mailflow/text-pattern';
import { readExpression, toExpression } from './rule-pattern';

test.each([
  ['contoso.com', '^contoso\\.com$'],
  ['*@*.contoso.com', '@.*\\.contoso\\.com$'],
  ['gate*', '^gate'],
  ['*secret*', 'secret'],
  ['a*b', '^a.*b$'],
  ['a+b(c)|$[d]{2}\\?^', '^a\\+b\\(c\\)\\|\\$\\[d]\\{2}\\\\\\?\\^$'],
])('%s is %s to Exchange, and back', (pattern, expression) => {
  expect(toExpression(pattern)).toBe(expression);
  expect(readExpression(expression)).toBe(pattern);
});

test.each([
  ['^.*@contoso\\.com$', '*@contoso.com'],
  ['.*secret.*', '*secret*'],
  ['\\$$', '*$'],
  ['\\$', '*$*'],
  ['a\\-b\\@c', '*a-b@c*'],
])('%s is read as %s', (expression, pattern) => expect(readExpression(expression)).toBe(pattern));

test.each([
  ['any one character', '@contoso.com$'],
  ['alternatives', '^(sales|info)@'],
  ['a class', '\\d{4}'],
  ['a set', '[ab]'],
  ['a count', 'a+'],
  ['a star that is meant', '^a\\*b$'],
  ['everything', '^.*$'],
  ['everything, unsaid', ''],
  ['blanks at an end, which the form trims', '^ a$'],
  ['a backslash at the end', 'a\\'],
  ['an anchor within', 'a^b'],
])('%s has no pattern of ours', (_, expression) => expect(readExpression(expression)).toBeUndefined());

const signs = fc.string({ unit: fc.constantFrom(...'ab@.*\\$^+?|(){}[]- ü😀'), maxLength: 12 });

it('fits the same texts as the expression, and comes back as it was', () => {
  fc.assert(
    fc.property(signs, signs, (given, text) => {
      const read = parseTextPattern(given);
      if (!read.ok) return;
      const expression = toExpression(read.value);
      expect(readExpression(expression)).toBe(read.value);
      const near = read.value.replaceAll('*', text);
      for (const one of [text, near])
        expect(new RegExp(expression, 'is').test(one)).toBe(fitsPattern(read.value, one));
    }),
    { numRuns: 2_000 },
  );
});

it('reads no expression as a pattern that fits other texts', () => {
  fc.assert(
    fc.property(signs, signs, (expression, text) => {
      const pattern = readExpression(expression);
      if (pattern === undefined) return;
      const near = pattern.replaceAll('*', text);
      for (const one of [text, near])
        expect(fitsPattern(pattern, one)).toBe(new RegExp(expression, 'is').test(one));
    }),
    { numRuns: 5_000 },
  );
});
