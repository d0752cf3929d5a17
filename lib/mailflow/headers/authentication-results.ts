// Authentication-Results and its relatives (RFC 8601): who says what of SPF, DKIM and DMARC, and whether that word counts.
import type { HeaderField } from './header-fields';

/** `properties` are `smtp.mailfrom`, `header.d`, `action`, `reason` and the like, the names in lower case. */
export type AuthenticationResult = Readonly<{
  method: string;
  result: string;
  properties: Readonly<Record<string, string>>;
  comment?: string;
}>;

/**
 * `vouched`: above the oldest Received field that is vouched for, so a server that is vouched for wrote it. `likely`: right
 * below it and in the name of that server; a filter beside the server writes there, and so can the sender. `claimed`: further
 * down. `passedOn`: of a kind that tells what another server had found.
 */
export const AUTHENTICATION_STANDINGS = ['vouched', 'likely', 'claimed', 'passedOn'] as const;
export type AuthenticationStanding = (typeof AUTHENTICATION_STANDINGS)[number];

export type AuthenticationField = Readonly<{
  /** The field's name as written. */
  field: string;
  /** Which server says it; absent in Office 365's own, which names none. */
  server?: string;
  standing: AuthenticationStanding;
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

/** Where the word of the servers that are vouched for ends: the oldest Received field of theirs, who wrote it, the next one. */
export type Boundary = Readonly<{ place: number; server?: string; next: number }>;

export function readAuthentication(
  fields: readonly HeaderField[],
  boundary: Boundary | undefined,
): readonly AuthenticationField[] {
  return fields
    .map(({ name, value }, place) => ({ name, value, place }))
    .filter(({ name }) => NAMES.has(name.toLowerCase()))
    .slice(0, FIELDS_MAX)
    .map(({ name, value, place }) => {
      const read = resultsIn(value);
      const standing = PASSED_ON.test(name) ? 'passedOn' : standingOf(place, read.server, boundary);
      return { field: name, ...read, standing };
    });
}

function standingOf(
  place: number,
  server: string | undefined,
  boundary: Boundary | undefined,
): AuthenticationStanding {
  if (!boundary) return 'claimed';
  if (place < boundary.place) return 'vouched';
  return place < boundary.next && server !== undefined && server.toLowerCase() === boundary.server
    ? 'likely'
    : 'claimed';
}

function resultsIn(value: string): Pick<AuthenticationField, 'server' | 'results'> {
  const parts = partsOf(value.slice(0, VALUE_MAX));
  const results = parts
    .map(resultIn)
    .filter((result) => result !== undefined)
    .slice(0, RESULTS_MAX);
  // ARC's begins with `i=1`. Only the first part can name the server and its version: Office 365 writes domains among results.
  const [first, second] = parts.map(({ text }) => text.split(' ')[0] ?? '');
  const said = first?.startsWith('i=') ? second : first;
  const server = said?.includes('=') ? undefined : said;
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

/** What the nearest server that is vouched for says of a method: of several signatures one that holds is enough. */
export function vouchedResult(
  fields: readonly AuthenticationField[],
  method: string,
): AuthenticationResult | undefined {
  const nearest = fields
    .filter(({ standing }) => standing === 'vouched')
    .map(({ results }) => results.filter((result) => result.method === method))
    .find((results) => results.length > 0);
  return nearest?.find(({ result }) => result === 'pass') ?? nearest?.[0];
}
