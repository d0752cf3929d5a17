// The question about a message as the trace's URL spells it. Pure, so that links can write what the page reads.
// Refuses nothing: what is too much is left out, as an old or hand-made link must still open.
import type { RawQuery } from './connector-list-query';

/** Sending, receiving, or a whole list of recipients. */
export const TRACE_MODES = ['outbound', 'inbound', 'list'] as const;
export type TraceMode = (typeof TRACE_MODES)[number];

/** A change of one connector: its draft published, or it turned on or off. */
export const WHAT_IFS = ['publish', 'turnOn', 'turnOff'] as const;
export type WhatIf = Readonly<{ change: (typeof WHAT_IFS)[number]; connectorId: string }>;

/** All as typed. '' and no header lines mean not known; the empty sender of bounces is spelled `<>`. */
export type RouteQuestion = Readonly<{
  recipients: readonly string[];
  sender: string;
  /** Header lines, `Name: value`. */
  headers: readonly string[];
  /** In megabytes of 1,048,576 bytes, as Exchange counts them. */
  size: string;
  whatIf?: WhatIf | undefined;
}>;

export const NO_QUESTION: RouteQuestion = { recipients: [], sender: '', headers: [], size: '' };

/** A message has up to 1,000 recipients in Exchange Online by default; no address is longer than 320 characters. */
export const RECIPIENTS_MAX = 1_000;
export const ADDRESS_MAX = 1_000;
export const HEADERS_MAX = 50;
export const HEADER_MAX = 2_000;
/** A long list goes to the server in parts, so that it can be followed and stopped. */
export const LIST_PART = 500;
const ID_MAX = 200;

export function readRouteQuestion(query: RawQuery): RouteQuestion {
  const all = (key: string): string[] => [query[key] ?? []].flat().filter((text) => text.trim() !== '');
  const first = (key: string): string => all(key)[0] ?? '';
  const whatIf = readWhatIf(first('whatif'));
  return {
    recipients: all('to')
      .slice(0, RECIPIENTS_MAX)
      .map((text) => text.slice(0, ADDRESS_MAX)),
    sender: first('from').slice(0, ADDRESS_MAX),
    headers: all('header')
      .slice(0, HEADERS_MAX)
      .map((text) => text.slice(0, HEADER_MAX)),
    size: first('size').slice(0, 20),
    ...(whatIf && { whatIf }),
  };
}

export const readTraceMode = ({ mode }: RawQuery): TraceMode =>
  TRACE_MODES.find((known) => known === mode) ?? 'outbound';

function readWhatIf(text: string): WhatIf | undefined {
  const [, change, connectorId] = /^(\w+):(.+)$/.exec(text) ?? [];
  const known = WHAT_IFS.find((name) => name === change);
  return known && connectorId ? { change: known, connectorId: connectorId.slice(0, ID_MAX) } : undefined;
}

/** The query that reads back as `question`: `?to=…` or nothing. */
export function routeQuestionQuery({ recipients, sender, headers, size, whatIf }: RouteQuestion): string {
  const query = new URLSearchParams();
  for (const recipient of recipients) query.append('to', recipient);
  if (sender !== '') query.set('from', sender);
  for (const header of headers) query.append('header', header);
  if (size !== '') query.set('size', size);
  if (whatIf) query.set('whatif', `${whatIf.change}:${whatIf.connectorId}`);
  const text = query.toString().replaceAll('%40', '@').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
