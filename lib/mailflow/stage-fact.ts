// The one line of fact beside a stage: what the server said, or what was negotiated. Shown as plain text only.
import { ASIDES, type Reply } from './observation';
import type { StageRow } from './stage-rows';

const FACT_MAX = 160;

type FactKey =
  | 'ttl'
  | 'alias'
  | 'unanswered'
  | 'pointer'
  | 'noPointer'
  | 'noTlsa'
  | 'dnssec'
  | 'noPolicy'
  | 'unusable'
  | 'maxAge';

/** The words of `validation.fact`, in the reader's language. */
export type FactWords = (key: FactKey, values?: Readonly<Record<string, string | number>>) => string;

/** What `row` has to tell beside its time; empty while there is nothing. */
export function stageFact(row: StageRow, words: FactWords): string {
  const { reply, tls, failure, stage } = row;
  if (reply) return replyLine(reply);
  if (tls) return [tls.version, tls.cipher, tls.keyExchange?.name].filter(Boolean).join(' · ');
  const told = [...dnsFacts(row, words), ...ttlFacts(row, words)].join(' · ').slice(0, FACT_MAX);
  if (told) return told;
  if (failure?.kind === 'notSmtp') return failure.sample;
  if (failure?.kind === 'tlsHandshake') return failure.code;
  return failure && ASIDES.has(stage) ? words('unanswered') : '';
}

function dnsFacts(row: StageRow, words: FactWords): string[] {
  const { exchangers, aliases = [], addresses, pointers, tlsa, mtaSts } = row;
  if (exchangers) return [exchangers.map(({ name, preference }) => `${preference} ${name}`).join(', ')];
  if (pointers) return pointers.length > 0 ? pointers.map(pointer) : [words('noPointer')];
  if (tlsa) return tlsaFacts(tlsa, words);
  if (mtaSts) return mtaStsFacts(mtaSts, words);
  const alias = aliases.at(-1);
  return [...(addresses ?? []), ...(alias === undefined ? [] : [words('alias', { name: alias })])];

  function pointer({ name, confirmed }: NonNullable<StageRow['pointers']>[number]): string {
    return words('pointer', {
      name,
      confirmed: { true: 'yes', false: 'no' }[String(confirmed)] ?? 'unknown',
    });
  }
}

function tlsaFacts({ records, vouched }: NonNullable<StageRow['tlsa']>, words: FactWords): string[] {
  if (records.length === 0) return [words('noTlsa')];
  const kinds = records.map(({ usage, selector, matchingType }) => `${usage} ${selector} ${matchingType}`);
  return [[...new Set(kinds)].join(', '), words('dnssec', { vouched: vouched ? 'yes' : 'no' })];
}

function mtaStsFacts({ record, policy }: NonNullable<StageRow['mtaSts']>, words: FactWords): string[] {
  if (record === undefined) return [words('noPolicy')];
  if (!policy) return [words('unusable')];
  const { mode, mx, maxAgeSeconds } = policy;
  return [mode, ...(mx.length > 0 ? [mx.join(', ')] : []), words('maxAge', { seconds: maxAgeSeconds })];
}

/** One figure where all types of record have the same. */
function ttlFacts({ ttlSeconds = {} }: StageRow, words: FactWords): string[] {
  const ttls = Object.entries(ttlSeconds);
  if (new Set(Object.values(ttlSeconds)).size === 1)
    return ttls.slice(0, 1).map(([, seconds]) => words('ttl', { seconds }));
  return ttls.map(([type, seconds]) => `${type} ${words('ttl', { seconds })}`);
}

/** The reply's first line; how many more there are is for the transcript. */
const replyLine = ({ code, lines }: Reply): string => {
  const [first = ''] = lines;
  const more = lines.length > 1 ? ' …' : '';
  return `${code} ${first}`.slice(0, FACT_MAX) + more;
};
