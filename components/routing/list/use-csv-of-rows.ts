// The traced list as a CSV file: the answers, and behind them every cell that the list came with.
import { useTranslations } from 'next-intl';
import type { RecipientTable } from './recipient-table';
import type { TracedRow } from './use-list-trace';
import { useRowWords } from './use-row-words';

/** What a spreadsheet would take for a formula (OWASP, CSV injection); the full-width letters some read as the others. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Writes the file's text, with a byte order mark, as Excel needs it to read UTF-8. */
export function useCsvOfRows(): (rows: readonly TracedRow[], table: RecipientTable) => Promise<string> {
  const t = useTranslations('traceList.csv');
  const words = useRowWords();
  const titles = [
    t('row'),
    t('recipient'),
    t('readAs'),
    t('outcome'),
    t('connector'),
    t('rule'),
    t('why'),
    t('certain'),
    t('others'),
  ];
  const line = (traced: TracedRow) => {
    const { row, answer } = traced;
    const isCertain = answer && !answer.isUncertain && answer.outcome !== 'unknown';
    return [
      row.number,
      row.to,
      answer?.address ?? '',
      words.goes(traced),
      answer?.winner?.name ?? '',
      answer?.rule?.name ?? '',
      words.why(traced),
      answer ? (isCertain ? t('yes') : t('no')) : '',
      answer?.others ?? '',
      ...row.cells,
    ];
  };
  return async (rows, { header }) => {
    const { unparse } = await import('papaparse');
    const width = rows.reduce((most, { row }) => Math.max(most, row.cells.length), header.length);
    const own = Array.from({ length: width }, (_, at) => header[at] ?? t('column', { number: at + 1 }));
    const lines = [[...titles, ...own], ...rows.map(line)];
    return `\uFEFF${unparse(lines, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
  };
}
