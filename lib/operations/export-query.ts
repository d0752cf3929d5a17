// What an export is of, as the URL of its page spells it. Pure, so that links can write what the page reads. Refuses
// nothing: what can't be read falls back to its default.
import type { RawQuery } from './connector-list-query';

/** `change` brings a tenant from the last import to what is here; it is PowerShell for Exchange Online alone. */
export const EXPORT_FORMS = ['change', 'create'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];
export const EXPORT_FORMATS = ['exchangeOnline', 'exchangeServer', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** No `connectorIds` means all of the set-up. `reverse` is the way back, of a change. */
export type ExportQuestion = Readonly<{
  form: ExportForm;
  format: ExportFormat;
  connectorIds: readonly string[];
  reverse: boolean;
}>;

export const WHOLE_EXPORT: ExportQuestion = {
  form: 'create',
  format: 'exchangeOnline',
  connectorIds: [],
  reverse: false,
};

/** What one URL can name, and nobody chooses by hand. */
export const EXPORT_CONNECTORS_MAX = 200;
const ID_MAX = 100;

/** Of a key that comes twice the first counts, but of `connector` all do. */
export function readExportQuestion(query: RawQuery): ExportQuestion {
  const [form, format, back] = ['form', 'format', 'reverse'].map((key) => [query[key] ?? ''].flat()[0]);
  const ids = [query.connector ?? []].flat().filter((id) => id !== '' && id.length <= ID_MAX);
  const connectorIds = [...new Set(ids)].slice(0, EXPORT_CONNECTORS_MAX);
  if (form === 'change') {
    return { form, format: 'exchangeOnline', connectorIds, reverse: back === '1' };
  }
  return {
    ...WHOLE_EXPORT,
    format: EXPORT_FORMATS.find((known) => known === format) ?? WHOLE_EXPORT.format,
    connectorIds,
  };
}

/** The query that reads back as the question, without defaults: `?form=…` or nothing. */
export function exportQuery({ form, format, connectorIds, reverse }: ExportQuestion): string {
  const query = new URLSearchParams();
  if (form !== WHOLE_EXPORT.form) query.set('form', form);
  if (format !== WHOLE_EXPORT.format) query.set('format', format);
  if (reverse) query.set('reverse', '1');
  for (const id of connectorIds) query.append('connector', id);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
