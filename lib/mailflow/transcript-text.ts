// A connection's dialogue as plain text, to copy and to keep. What the server sent was escaped as it came.
import type { TranscriptLine } from './observation';
import type { TranscriptView } from './validation-progress';

const MARKS: Record<TranscriptLine['from'], string> = { client: '>', server: '<', note: '#' };

/** Milliseconds since the run began, who spoke (`>` the console, `<` the server, `#` a note), and what was said. */
export function transcriptText({ host, address, lines, truncated }: TranscriptView): string {
  const said = lines.map(({ atMs, from, text }) => `${atMs.toFixed(1).padStart(9)} ${MARKS[from]} ${text}`);
  return [`# ${host} ${address}`, ...said, ...(truncated ? ['# …'] : []), ''].join('\n');
}
