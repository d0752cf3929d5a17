// The one line of fact beside a stage: what the server said, or what was negotiated. Shown as plain text only.
import type { Reply } from '@/lib/mailflow/observation';
import type { StageRow } from '@/lib/mailflow/validation-progress';

const FACT_MAX = 160;

/** What `row` has to tell beside its time; empty while there is nothing. */
export function stageFact({ reply, tls, addresses, exchangers, failure }: StageRow): string {
  if (reply) return replyLine(reply);
  if (tls) return `${tls.version} · ${tls.cipher}`;
  if (exchangers)
    return exchangers
      .map(({ name, preference }) => `${preference} ${name}`)
      .join(', ')
      .slice(0, FACT_MAX);
  if (addresses) return addresses.join(', ').slice(0, FACT_MAX);
  if (failure?.kind === 'notSmtp') return failure.sample;
  if (failure?.kind === 'tlsHandshake') return failure.code;
  return '';
}

/** The reply's first line; how many more there are is for the transcript. */
const replyLine = ({ code, lines }: Reply): string => {
  const [first = ''] = lines;
  const more = lines.length > 1 ? ' …' : '';
  return `${code} ${first}`.slice(0, FACT_MAX) + more;
};
