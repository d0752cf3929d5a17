// A report as plain text: for tickets and mails, where nothing but lines and blanks survives.

/** Lines that belong together, under a title if they have one. */
export type ReportGroup = Readonly<{ title?: string; lines: readonly string[] }>;
export type ReportSection = Readonly<{ title: string; groups: readonly ReportGroup[] }>;
export type ReportDocument = Readonly<{
  title: string;
  lines: readonly string[];
  sections: readonly ReportSection[];
}>;

const WIDTH = 78;
const INDENT = '  ';

/** At most 78 characters a line, but for words that are longer; ends with a line feed. */
export function formatReport({ title, lines, sections }: ReportDocument): string {
  const blocks = [
    [title, '='.repeat(width(title)), ...lines.flatMap((line) => wrap(line, ''))],
    ...sections.map(formatSection),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function formatSection({ title, groups }: ReportSection): string[] {
  const formatted = groups.map(({ title: name, lines }) => [
    ...(name === undefined ? [] : [name]),
    ...lines.flatMap((line) => wrap(line, name === undefined ? '' : INDENT)),
  ]);
  return [
    title.toUpperCase(),
    '-'.repeat(width(title)),
    ...formatted.flatMap((group, index) => (index === 0 ? group : ['', ...group])),
  ];
}

/** What goes on stands under its own text: behind blanks at the line's beginning, and behind "- ". */
function wrap(text: string, indent: string): string[] {
  const [lead = ''] = /^ *(?:- )?/.exec(text) ?? [];
  const hanging = indent + ' '.repeat(lead.length);
  const lines: string[] = [];
  for (const paragraph of text.slice(lead.length).split('\n')) {
    let line = lines.length === 0 ? indent + lead : hanging;
    let isEmpty = true;
    for (const word of paragraph.split(' ')) {
      const longer = isEmpty ? line + word : `${line} ${word}`;
      if (!isEmpty && width(longer) > WIDTH) {
        lines.push(line);
        line = hanging + word;
      } else line = longer;
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const width = (text: string): number => [...text].length;
