// A PowerShell script as lines of tokens, so that a screen can colour what a file says in plain text. Holds no words: the
// frame asks for them (script-frame.ts).
import type { FindingParams } from '../mailflow/finding';
import type { ScriptNoteCode } from './script-codes';

export type ScriptToken = Readonly<{
  kind: 'comment' | 'cmdlet' | 'parameter' | 'string' | 'number' | 'variable' | 'plain';
  text: string;
}>;
export type ScriptLine = readonly ScriptToken[];

/** What a script does not say, or says otherwise than the set-up: in the script as a comment, beside it as a warning. */
export type ScriptNote = Readonly<{ code: ScriptNoteCode; params?: FindingParams }>;

export type Script = Readonly<{
  fileName: string;
  lines: readonly ScriptLine[];
  warnings: readonly ScriptNote[];
}>;

/** To show and to copy: lines end with LF, which the clipboard turns into what the system has. */
export const scriptText = ({ lines }: Pick<Script, 'lines'>): string =>
  lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');

/**
 * To save as a file in UTF-8: CRLF for the editors of Windows, and a byte order mark, without which Windows PowerShell 5.1
 * reads the file in the code page of the machine, where the bytes of a letter may be a quotation mark.
 */
export const scriptFile = (script: Script): string => `\ufeff${scriptText(script).replaceAll('\n', '\r\n')}`;

export const token = (kind: ScriptToken['kind'], text: string): ScriptToken => ({ kind, text });
export const plain = (text: string): ScriptToken => token('plain', text);

/** Control characters, what ends a line, what turns the direction of writing, what nobody sees, half a pair. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;
/** PowerShell compares comments of up to this many characters, blanks aside, with `# SIG # Begin signature block`. */
const SIGNATURE_MAX = 34;
const RULED_TO = 72;

/**
 * One line, whatever the text holds. Nothing in it can end a block comment around the script, and a short one is ruled like
 * a heading: after what looks like the beginning of a signature, PowerShell reads no further command.
 */
export function comment(text: string): ScriptToken {
  const line = text
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('#>', '# >')
    .replaceAll('<#', '< #')
    .trim();
  const isShort = line.replaceAll(' ', '').length <= SIGNATURE_MAX;
  return token('comment', isShort ? `# ${line} `.padEnd(RULED_TO, '-') : `# ${line}`);
}
