// The addresses around one connector.

export const DELETED_PATH = '/connectors/deleted';

/** The list with the connector's panel open. */
export const connectorPath = (id: string): string => `/connectors?connector=${encodeURIComponent(id)}`;

const below = (id: string, page: string): string => `/connectors/${encodeURIComponent(id)}/${page}`;

export const historyPath = (id: string): string => below(id, 'history');
export const reportPath = (id: string): string => below(id, 'report');
export const clonePath = (id: string): string => `/connectors/new?clone=${encodeURIComponent(id)}`;

/** The edit wizard, at `step` if given. */
export const editPath = (id: string, step?: string): string =>
  below(id, step === undefined ? 'edit' : `edit?step=${step}`);

/** The edit wizard, filled with the settings of version `number`. */
export const restorePath = (id: string, number: number): string => below(id, `edit?restore=${number}`);

export const comparePath = (id: string, { from, to }: Readonly<{ from: number; to: number }>): string =>
  below(id, `history?compare=${from},${to}`);
