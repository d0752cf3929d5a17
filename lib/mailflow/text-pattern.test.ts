import { expect, test } from 'vitest';
import { fitsPattern, parseTextPattern } from './text-pattern';

test.each([
  ['*@contoso.com', 'ada@contoso.com', true],
  ['*@contoso.com', 'ada@x.contoso.com', false],
  ['*.contoso.com', 'ada@x.contoso.com', true],
  ['Ada*', 'ADA@contoso.com', true],
  ['*lovelace*', 'ada.lovelace@contoso.com', true],
  ['ada@contoso.com', 'ada@contoso.com', true],
  ['ada@contoso.com', 'xada@contoso.com', false],
  ['a*a', 'a', false],
  ['a*b*c', 'abbc', true],
  ['a*bc*c', 'abc', false],
  ['(.*)+$', 'anything', false],
])('%s and %s: %s', (pattern, text, fits) => {
  expect(fitsPattern(pattern, text)).toBe(fits);
});

test('a pattern made to hang does not', () => {
  const beganAt = performance.now();
  expect(fitsPattern(`${'*a'.repeat(60)}*b`, 'a'.repeat(100_000))).toBe(false);
  expect(performance.now() - beganAt).toBeLessThan(1_000);
});

test.each([
  ['  *@contoso.com ', '*@contoso.com'],
  ['**a***', '*a*'],
])('%s is kept as %s', (typed, value) => {
  expect(parseTextPattern(typed)).toEqual({ ok: true, value });
});

test.each([
  ['', 'text.required'],
  ['***', 'textPattern.everything'],
  ['a\u0000', 'text.controlCharacters'],
  ['a'.repeat(129), 'text.tooLong'],
])('%s is refused: %s', (typed, code) => {
  expect(parseTextPattern(typed)).toMatchObject({ ok: false, finding: { code } });
});
