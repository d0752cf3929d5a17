import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { commandLines } from './command';
import type { ParameterValue } from './connector-parameters';
import { NASTY } from './nasty-texts-for-tests';
import { commandsIn, commentsIn } from './powershell-for-tests';
import { comment, scriptFile, scriptText } from './script';

const read = (value: ParameterValue, cmdlet = 'Set-OutboundConnector') =>
  commandsIn(scriptText({ lines: commandLines({ cmdlet, parameters: { Identity: 'x', Comment: value } }) }));
const readBack = (value: ParameterValue) => {
  const [only, ...more] = read(value);
  expect(more).toEqual([]);
  return only?.parameters.Comment;
};
const written = (value: ParameterValue) =>
  scriptText({ lines: commandLines({ cmdlet: 'Set-X', parameters: { Comment: value } }, { safely: false }) });

describe('A text in a script', () => {
  test.each(NASTY)('stays text: %j', (text) => expect(readBack(text)).toBe(text));

  test.each([
    ['it’s', "Set-X -Comment 'it’’s'\n"],
    ["'", "Set-X -Comment ''''\n"],
    ['one\ntwo', "Set-X -Comment ('one' + [char]10 + 'two')\n"],
    ['\u202e', "Set-X -Comment ('' + [char]8238)\n"],
    ['$(x)', "Set-X -Comment '$(x)'\n"],
  ])('is written so that everybody sees what it is: %j', (text, line) => expect(written(text)).toBe(line));

  const never = [
    ...Array.from({ length: 0x20 }, (_, code) => code),
    ...[0x7f, 0x80, 0x85, 0x9f, 0xa0, 0xad, 0x061c, 0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029],
    ...[
      0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xd800, 0xdfff, 0xfeff,
      0xffff,
    ],
  ];
  test.each(never.map((code) => [code.toString(16).padStart(4, '0'), String.fromCharCode(code)]))(
    'never holds U+%s as it is, and loses nothing of it',
    (_, character) => {
      const text = `a${character}b`;
      expect(written(text)).toMatch(/^[\x20-\x7e]+\n$/);
      expect(readBack(text)).toBe(text);
    },
  );

  it('comes back whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(readBack(text)).toBe(text);
      }),
      { numRuns: 100 },
    ));
});

test.each<[string, ParameterValue, string]>([
  ['nothing', null, '$null'],
  ['yes', true, '$true'],
  ['no', false, '$false'],
  ['a number', -3.5, '-3.5'],
  ['a list', ['a', 'b'], "@('a', 'b')"],
  ['a list of one', ['a'], "@('a')"],
  ['a list of none', [], '@()'],
])('%s is written as PowerShell has it', (_, value, text) => {
  expect(written(value)).toBe(`Set-X -Comment ${text}\n`);
  expect(readBack(value)).toEqual(value);
});

test.each([
  ["& 'Remove-X'", ["'Remove-X'"]],
  ['. Remove-X', ['Remove-X']],
  ['Remove-X', ['Remove-X']],
  ["'x'.ToString()", 'refused'],
  ['1 | % { 2 }', 'refused'],
  ["$a = 'x'", []],
])('the grammar sees every way to run something: %s', (text, seen) => {
  const look = () => commandsIn(`${text}\n$b = 1\n`).map(({ cmdlet }) => cmdlet);
  if (seen === 'refused') expect(look).toThrow();
  else expect(look()).toEqual(seen);
});

it('refuses a number that is none, and a name that is more than a name', () => {
  expect(() => written(Number.NaN)).toThrow(RangeError);
  expect(() => commandLines({ cmdlet: 'Set-X; Remove-Y', parameters: {} })).toThrow();
  expect(() => commandLines({ cmdlet: 'Set-X', parameters: { 'A = 1; Remove-Y': 1 } })).toThrow();
});

it('a long command reads the same as a short one', () => {
  const parameters = {
    Identity: 'x',
    Comment: 'long '.repeat(40),
    Enabled: true,
    SmartHosts: ['a', "b'"],
    TlsDomain: null,
  };
  const text = scriptText({ lines: commandLines({ cmdlet: 'Set-OutboundConnector', parameters }) });
  expect(text).toContain('@Settings');
  expect(commandsIn(text)[0]?.parameters).toMatchObject(parameters);
});

test.each(NASTY)('a comment stays one line of comment: %j', (text) => {
  const script = `${comment(text).text}\n`;
  expect(script.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#>|<#/u);
  expect(commentsIn(`${script}$After = 1\n`)).toEqual([script.trimEnd()]);
  // Up to 34 characters PowerShell looks for a signature, and reads nothing after it.
  expect(script.replace(/\s|^#/g, '').length).toBeGreaterThan(34);
});

it('a file has the mark by which Windows PowerShell knows UTF-8, and its line ends', () => {
  const script = { fileName: 'x.ps1', lines: [[comment('è')], []], warnings: [] };
  expect(scriptFile(script)).toBe(`\ufeff${comment('è').text}\r\n\r\n`);
});
