// A command of PowerShell: cmdlet and parameters, from which lines of tokens are made in one place.
import type { Parameters } from './connector-parameters';
import { valueTokens } from './powershell-text';
import { plain, type ScriptLine, type ScriptToken, scriptText, token } from './script';

/** `place` is a rule's -Priority: that of the rule `of`, as the tenant has it when the command runs, and `offset` more. */
export type Command = Readonly<{ cmdlet: string; parameters: Parameters; place?: RulePlace }>;
export type RulePlace = Readonly<{ of: string; offset: 0 | 1 }>;

/** One line up to here; a longer command takes its parameters from a table above it. */
const LINE_MAX = 140;

/** What every command that changes something carries. @see script-frame.ts, where both variables are set */
const SAFELY: ScriptLine = [
  ...[plain(' '), token('parameter', '-WhatIf'), plain(':'), token('variable', '$WhatIf')],
  ...[plain(' '), token('parameter', '-ErrorAction'), plain(' '), token('variable', '$OnError')],
];

/** Cmdlets that ask whether one is sure: a pasted script would answer with its next line. */
const ASKS = /^(Remove|Disable)-/;
const UNASKED: ScriptLine = [
  ...[plain(' '), token('parameter', '-Confirm'), plain(':'), token('variable', '$false')],
];

/**
 * `Set-X -Identity 'a' -Enabled $true …` on one line, or `$Settings = @{ … }` and `New-X @Settings …`: no line ends within
 * a command but inside the braces, so that nothing hangs on what follows a backtick.
 */
export function commandLines(
  command: Command,
  { indent = '', safely = true, lineMax = LINE_MAX } = {},
): ScriptLine[] {
  const { cmdlet, parameters } = command;
  const entries = [
    ...Object.entries(parameters).map(([name, value]) => [wordOf(name), valueTokens(value)] as const),
    ...(command.place ? [['Priority', placeTokens(command.place)] as const] : []),
  ];
  const start = [plain(indent), token('cmdlet', wordOf(cmdlet))];
  const end = safely ? [...(ASKS.test(cmdlet) ? UNASKED : []), ...SAFELY] : [];
  const one = [
    ...start,
    ...entries.flatMap(([name, value]) => [
      ...[plain(' '), token('parameter', `-${name}`), plain(' ')],
      ...value,
    ]),
    ...end,
  ];
  if (scriptText({ lines: [one] }).length <= lineMax) return [one];
  return [
    [plain(indent), token('variable', '$Settings'), plain(' = @{')],
    ...entries.map(([name, value]): ScriptToken[] => [
      ...[plain(`${indent}    `), token('parameter', name), plain(' = ')],
      ...value,
    ]),
    [plain(`${indent}}`)],
    [...start, plain(' '), token('variable', '@Settings'), ...end],
  ];
}

/** `((Get-TransportRule -Identity 'a').Priority + 1)` */
const placeTokens = ({ of, offset }: RulePlace): ScriptToken[] => [
  ...[
    plain('(('),
    token('cmdlet', 'Get-TransportRule'),
    plain(' '),
    token('parameter', '-Identity'),
    plain(' '),
  ],
  ...[...valueTokens(of), plain(').Priority')],
  ...(offset === 0 ? [plain(')')] : [plain(' + '), token('number', String(offset)), plain(')')]),
];

/** The names come from our own tables; anything else would be a way into the script. */
function wordOf(name: string): string {
  if (!/^[A-Za-z]+(-?[A-Za-z0-9]+)*$/.test(name))
    throw new Error(`${JSON.stringify(name)} names nothing in PowerShell.`);
  return name;
}
