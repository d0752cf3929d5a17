// What the export page shows of a file: its first lines. A script for a thousand connectors has tens of thousands.
import type { CodePiece } from '@/components/ui/code-view';
import type { ScriptNote } from '@/lib/exchange/script';
import type { Exported } from '@/lib/operations/export-set-up';
import { jsonPieces } from './json-pieces';

/** The first lines of the file, and how many it has. */
export type Preview = Readonly<{
  fileName: string;
  lines: readonly (readonly CodePiece[])[];
  lineCount: number;
  warnings: readonly ScriptNote[];
}>;

const SHOWN = 400;

export function toPreview(made: Exported): Preview {
  const { fileName } = made;
  if ('script' in made) {
    const { lines, warnings } = made.script;
    return { fileName, lines: lines.slice(0, SHOWN), lineCount: lines.length, warnings };
  }
  const lines = made.json.trimEnd().split('\n');
  return { fileName, lines: lines.slice(0, SHOWN).map(jsonPieces), lineCount: lines.length, warnings: [] };
}
