import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from './escape';

describe('Text from a server, shown to an admin', () => {
  test.each([
    ['plain words stay as they are', 'mx.contoso.com ESMTP <ready> & "willing"', undefined],
    ['an escape sequence for the terminal', '\u001b[2Jgone', '\\x1b[2Jgone'],
    ['a line break', 'a\r\nb', 'a\\x0d\\x0ab'],
    ['a bidi override', 'abc\u202egpj.exe', 'abc\\u{202e}gpj.exe'],
    ['an emoji', '\u{1f4e7}', '\\u{1f4e7}'],
    ['half a surrogate pair', '\ud83d!', '\\u{d83d}!'],
    ['a Latin letter beyond ASCII', 'caf\u00e9', 'caf\\xe9'],
  ])('%s', (_what, text, escaped) => {
    expect(escapeText(text, 100)).toBe(escaped ?? text);
  });

  test('bytes are escaped one by one, whatever charset they meant', () => {
    expect(escapeText(Buffer.from('é'), 100)).toBe('\\xc3\\xa9');
  });

  test('a cut is marked and never splits an escape', () => {
    expect(escapeText('aaaa\u202ebbbb', 10)).toBe('aaaa...');
    expect(escapeText('abcdefghijk', 10)).toBe('abcdefg...');
    expect(escapeText('abcdefghij', 10)).toBe('abcdefghij');
  });

  test('is printable, bounded, and the same when done twice, for anything at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()),
        fc.integer({ min: 3, max: 80 }),
        (text, max) => {
          const escaped = escapeText(text, max);
          expect(escaped).toMatch(/^[\x20-\x7e]*$/);
          expect(escaped.length).toBeLessThanOrEqual(max);
          expect(escapeText(escaped, max)).toBe(escaped);
        },
      ),
    );
  });
});
