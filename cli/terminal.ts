// Lines for a person at a terminal.
import { styleText } from 'node:util';

export type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold';
export type Terminal = Pick<NodeJS.Process, 'env' | 'stdout'>;

/** Prints to `terminal`; in colour where it is one, without NO_COLOR (no-color.org). */
export function terminalPrinter({ env, stdout }: Terminal) {
  const hasColour = stdout.isTTY && !env.NO_COLOR;
  return {
    paint: (colour: Colour, text: string): string =>
      hasColour ? styleText(colour, text, { validateStream: false }) : text,
    say: (...lines: string[]): void => void stdout.write(lines.map((line) => `${line.trimEnd()}\n`).join('')),
  };
}

/** What somebody typed, without characters that a terminal would obey. */
export const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
