// The script around its commands: what it is, how to run it, and the switches that keep it harmless. One block holds all
// commands, so that the first error ends it, pasted in a console too. No empty line within: some consoles end a block there.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FindingParams } from '../mailflow/finding';
import { type Command, commandLines } from './command';
import { textTokens, valueTokens } from './powershell-text';
import { comment, plain, type Script, type ScriptLine, type ScriptNote, scriptText, token } from './script';
import type { ScriptCode, ScriptWords } from './script-codes';

/** One piece of a script, in the order in which it is written. */
export type ScriptPart =
  | Readonly<{ kind: 'comment'; code: ScriptCode; params?: FindingParams }>
  | Readonly<{ kind: 'note'; note: ScriptNote }>
  | Readonly<{ kind: 'command'; command: Command; oneLine?: true }>
  /** Lines that no command of one cmdlet is. */
  | Readonly<{ kind: 'lines'; lines: readonly ScriptLine[] }>
  /** Sends mail: runs where $Validate is $true and $WhatIf is $false. */
  | Readonly<{ kind: 'validation'; command: Command }>;

export type ScriptOptions = Readonly<{
  madeAt: Date;
  /** Of Mailspan. */
  version: string;
  say: ScriptWords;
}>;

export const said = (code: ScriptCode, params?: FindingParams): ScriptPart => ({
  kind: 'comment',
  code,
  ...(params && { params }),
});
export const noted = (code: ScriptNote['code'], params: FindingParams): ScriptPart => ({
  kind: 'note',
  note: { code, params },
});
export const commanded = (cmdlet: string, parameters: Command['parameters']): ScriptPart => ({
  kind: 'command',
  command: { cmdlet, parameters },
});

/** What differs between the scripts that a shell runs. `needs` is a cmdlet that is there once the shell is connected. */
export type ScriptKind = Readonly<{
  title: 'createTitle' | 'changeTitle' | 'wayBack' | 'serverTitle';
  fileName: string;
  contents: Readonly<{ code: 'contents' | 'commands'; params: FindingParams }>;
  module?: string;
  needs: string;
}>;

const INDENT = '    ';

/** The whole script. Its fingerprint is that of the lines of the parts: it does not depend on when and where it was made. */
export function framed(parts: readonly ScriptPart[], kind: ScriptKind, options: ScriptOptions): Script {
  const { say } = options;
  const body = parts.flatMap((part) => partLines(part, say));
  const validates = parts.some((part) => part.kind === 'validation');
  const lines: ScriptLine[] = [
    ...heading(kind, body, options),
    ...(kind.module ? [[token('comment', `#Requires -Modules ${kind.module}`)], []] : []),
    [comment(say('whatIf'))],
    [comment(say('whatIfMissing'))],
    assigned('$WhatIf', '$true'),
    ...(validates ? [[comment(say('validate'))], assigned('$Validate', '$false')] : []),
    [],
    [plain('& {')],
    [comment(say('stops'))],
    ...guards(kind, body, say),
    ...body,
    [plain('}')],
  ];
  const warnings = parts.flatMap((part) => (part.kind === 'note' ? [part.note] : []));
  return { fileName: kind.fileName, lines: lines.map(indentedInBlock()), warnings };
}

/** Comments within the block stand as far in as its commands. */
function indentedInBlock(): (line: ScriptLine) => ScriptLine {
  let inside = false;
  return (line) => {
    const text = scriptText({ lines: [line] }).trimEnd();
    if (text === '}') inside = false;
    const indented = inside && line[0]?.kind === 'comment' ? [plain(INDENT), ...line] : line;
    if (text === '& {') inside = true;
    return indented;
  };
}

function heading(
  kind: ScriptKind,
  body: readonly ScriptLine[],
  { madeAt, version, say }: ScriptOptions,
): ScriptLine[] {
  const time = `${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    [comment(say(kind.title))],
    [comment(say('made', { time, version }))],
    [comment(say(kind.contents.code, kind.contents.params))],
    [
      comment(
        say('fingerprint', { fingerprint: bytesToHex(sha256(utf8ToBytes(scriptText({ lines: body })))) }),
      ),
    ],
    ...(kind.module ? [[comment(say('connect'))]] : []),
    [],
  ];
}

const assigned = (variable: string, value: string): ScriptLine => [
  token('variable', variable),
  plain(' = '),
  token('variable', value),
];

/** What must hold before the first command, and what happens after an error. */
function guards({ needs }: ScriptKind, body: readonly ScriptLine[], say: ScriptWords): ScriptLine[] {
  const thrown = (code: ScriptCode): ScriptLine => [
    plain(' { throw '),
    ...textTokens(say(code)),
    plain(' }'),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII.
  const beyondAscii = /[^\u0000-\u007f]/.test(
    scriptText({ lines: body.map((line) => line.filter(isString)) }),
  );
  return [
    ...(beyondAscii
      ? [
          [
            plain(`${INDENT}if (`),
            token('string', "'\u00e0'"),
            plain('.Length -ne 1)'),
            ...thrown('wrongEncoding'),
          ],
        ]
      : []),
    [
      ...[
        plain(`${INDENT}if (-not (`),
        token('cmdlet', 'Get-Command'),
        plain(' '),
        token('parameter', '-Name'),
        plain(' '),
      ],
      ...valueTokens(needs),
      ...[plain(' '), token('parameter', '-ErrorAction'), plain(' SilentlyContinue))')],
      ...thrown('notConnected'),
    ],
    [
      ...[
        plain(INDENT),
        token('variable', '$OnError'),
        plain(' = if ('),
        token('variable', '$WhatIf'),
        plain(') { '),
      ],
      ...[...textTokens('Continue'), plain(' } else { '), ...textTokens('Stop'), plain(' }')],
    ],
  ];
}

const isString = ({ kind }: Readonly<{ kind: string }>): boolean => kind === 'string';

function partLines(part: ScriptPart, say: ScriptWords): ScriptLine[] {
  if (part.kind === 'comment') return [[comment(say(part.code, part.params))]];
  if (part.kind === 'note') return [[comment(say(`notes.${part.note.code}`, part.note.params))]];
  if (part.kind === 'lines') return part.lines.map((line) => [plain(INDENT), ...line]);
  if (part.kind === 'command')
    return commandLines(part.command, {
      indent: INDENT,
      ...(part.oneLine && { lineMax: Number.POSITIVE_INFINITY }),
    });
  const [line = []] = commandLines(part.command, { safely: false, lineMax: Number.POSITIVE_INFINITY });
  return [
    [
      ...[
        plain(`${INDENT}if (`),
        token('variable', '$Validate'),
        plain(' -and -not '),
        token('variable', '$WhatIf'),
      ],
      ...[plain(') { '), ...line, plain(' }')],
    ],
  ];
}
