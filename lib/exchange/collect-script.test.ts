import { expect, it, test } from 'vitest';
import { collectScript } from './collect-script';
import { cmdletsIn } from './powershell-for-tests';
import { scriptText } from './script';
import { highlighted } from './script-highlight';

const script = collectScript((code) => `${code}: it’s a sentence of some length, longer than a heading.`);
const text = scriptText(script);

it('collects from every list, changes nothing, and is PowerShell', () => {
  expect(cmdletsIn(text)).toEqual([
    ...[
      'Get-Command',
      'Get-OutboundConnector',
      'Get-OutboundConnector',
      'Sort-Object',
      'Get-InboundConnector',
    ],
    ...['Get-AcceptedDomain', 'Get-TransportRule', 'ConvertTo-Json', 'Join-Path', 'New-Object', 'Get-Item'],
  ]);
  expect(text).toContain("throw 'notConnected: it’’s a sentence");
});

it('stands in one block without an empty line, so that it can be pasted', () => {
  expect(text).toMatch(/^(#.*\n)+& \{\n( {4}.*\n)+\}\n$/);
});

test.each([
  ['# all of it', [['comment', '# all of it']]],
  [
    "Get-Item -Path 'x-Y'",
    [
      ['cmdlet', 'Get-Item'],
      ['plain', ' '],
      ['parameter', '-Path'],
      ['plain', ' '],
      ['string', "'x-Y'"],
    ],
  ],
  [
    '@($A, 1)',
    [
      ['plain', '@('],
      ['variable', '$A'],
      ['plain', ', '],
      ['number', '1'],
      ['plain', ')'],
    ],
  ],
  ['', []],
])('%j is coloured by what it is', (line, tokens) =>
  expect(highlighted(line).map((one) => one.map(({ kind, text }) => [kind, text]))).toEqual([tokens]),
);
