// The addresses around import and export.
import { type ExportQuestion, exportQuery, WHOLE_EXPORT } from '@/lib/operations/export-query';

export const EXCHANGE_PATH = '/exchange';
export const EXPORT_PATH = `${EXCHANGE_PATH}/export`;

/** The list of imports. */
export const importsPath = (page: number): string =>
  page === 1 ? EXCHANGE_PATH : `${EXCHANGE_PATH}?page=${page}`;

/** What an import would change; `live` holds an import that was taken over against what is here now. */
export const importPath = (id: string, live = false): string =>
  `${EXCHANGE_PATH}/imports/${encodeURIComponent(id)}${live ? '?live=1' : ''}`;

export const compareImportsPath = ({ from, to }: Readonly<{ from: string; to: string }>): string =>
  `${EXCHANGE_PATH}/imports/compare?${new URLSearchParams({ from, to })}`;

export const exportPath = (question: ExportQuestion): string => `${EXPORT_PATH}${exportQuery(question)}`;

/** The export of some connectors. */
export const exportOf = (connectorIds: readonly string[]): string =>
  exportPath({ ...WHOLE_EXPORT, connectorIds });

/** The same as a file. */
export const exportFilePath = (question: ExportQuestion): string =>
  `/api/exchange/export${exportQuery(question)}`;
