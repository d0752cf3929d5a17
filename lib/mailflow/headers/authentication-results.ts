// Authentication-Results and its relatives (RFC 8601): who says what of SPF, DKIM and DMARC, and whether that word counts.
import type { HeaderField } from './header-fields';

/** `properties` are `smtp.mailfrom`, `header.d`, `action`, `reason` and the like, the names in lower case. */
export type AuthenticationResult = Readonly<{
  method: string;
  result: string;
  properties: Readonly<Record<string, string>>;
  comment?: string;
}>;

export type AuthenticationField = Readonly<{
  /** The field's name as written. */
  field: string;
  /** Which server says it; absent in Office 365's own, which names none. */
  server?: string;
  /** A server that the path vouches for wrote it: it stands above the oldest Received field that is vouched for. */
  vouched: boolean;
  results: readonly AuthenticationResult[];
}>;

const NAMES = new Set([
  'authentication-results',
  'x-ms-exchange-authentication-results',
  'authentication-results-original',
  'original-authentication-results',
  'arc-authentication-results',
]);
/** These tell what another server had found: whoever passes them on does not stand for them. */
const PASSED_ON = /original|^arc-/i;

const FIELDS_MAX = 50;
const RESULTS_MAX = 50;
const VALUE_MAX = 16_384;

/** `boundary` is the place of the oldest Received field that is vouched for; -1 where there is none. */
export function readAuthentication(
  fields: readonly HeaderField[],
  boundary: number,
): readonly AuthenticationField[] {
  return fields
    .map(({ name, value }, place) => ({ name, value, place }))
    .filter(({ name }) => NAMES.has(name.toLowerCase()))
    .slice(0, FIELDS_MAX)
    .map(({ name, value, place }) => ({
      field: name,
      ...resultsIn(value),
      vouched: place < boundary && !PASSED_ON.test(name),
    }));
}

function resultsIn(value: string): Pick<AuthenticationField, 'server' | 'results'> {
  const parts = partsOf(value.slice(0, VALUE_MAX));
  const results = parts
    .map(resultIn)
    .filter((result) => result !== undefined)
    .slice(0, RESULTS_MAX);
  // ARC's begins with `i=1`, which is no server; without a method the first part names the server and its version.
  const server = parts
    .slice(0, 2)
    .map(({ text }) => text.split(' ')[0] ?? '')
    .find((word) => word !== '' && !word.includes('='));
  return { ...(server !== undefined && { server: server.slice(0, 255) }), results };
}

type Part = Readonly<{ text: string; comments: readonly string[] }>;

/** At semicolons, without comments. Quoted strings and what has no end are read as they stand. */
function partsOf(value: string): Part[] {
  const parts: Part[] = [];
  let text = '';
  let comment = '';
  let comments: string[] = [];
  let depth = 0;
  let quoted = false;
  for (const char of value) {
    if (char === '"') quoted = !quoted;
    if (quoted && depth === 0) text += char;
    else if (char === '(') {
      depth += 1;
      if (depth === 1) continue;
    } else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        comments.push(comment.trim());
        comment = '';
        text += ' ';
        continue;
      }
    } else if (char === ';' && depth === 0) {
      parts.push({ text: text.trim(), comments });
      text = '';
      comments = [];
      continue;
    } else if (depth === 0) text += char;
    if (depth > 0) comment += char;
  }
  parts.push({ text: text.trim(), comments });
  return parts.filter((part) => part.text !== '');
}

const METHOD = /^([a-z0-9][a-z0-9-]{0,30})(?:\/\d{1,3})?=([a-z]{1,30})$/i;

/** `spf=pass smtp.mailfrom=contoso.com`; what follows the method without `=` is left out. */
function resultIn({ text, comments }: Part): AuthenticationResult | undefined {
  const words = text.replace(/ ?= ?/g, '=').split(/\s+/);
  const [, method, result] = METHOD.exec(words[0] ?? '') ?? [];
  if (method === undefined || result === undefined || method.toLowerCase() === 'i') return undefined;
  const properties: Record<string, string> = Object.create(null);
  for (const word of words.slice(1, 40)) {
    const at = word.indexOf('=');
    if (at > 0)
      properties[word.slice(0, at).toLowerCase()] = word.slice(at + 1, at + 300).replaceAll('"', '');
  }
  const [comment] = comments;
  return {
    method: method.toLowerCase(),
    result: result.toLowerCase(),
    properties: { ...properties },
    ...(comment !== undefined && comment !== '' && { comment: comment.slice(0, 300) }),
  };
}

/** What the nearest server that is vouched for says of a method. */
export const vouchedResult = (
  fields: readonly AuthenticationField[],
  method: string,
): AuthenticationResult | undefined =>
  fields
    .filter(({ vouched }) => vouched)
    .flatMap(({ results }) => results)
    .find((result) => result.method === method);
