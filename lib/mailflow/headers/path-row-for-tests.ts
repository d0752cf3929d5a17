// A set-up and the path that a message took, with what is to be said of it; and the set-ups' connectors.
import type { MailSetup } from '../mail-setup';
import { compileRoutes } from '../route';
import { fromOrganization, fromPartner, outbound } from '../setup-for-tests';
import { analyseHeaders } from './analyse-headers';
import { judgePath, type PathGiven } from './judge-path';

export type PathRow = Readonly<{
  name: string;
  text: string;
  set: MailSetup;
  given?: Omit<PathGiven, 'setup' | 'routes'>;
  /** The direction and the verdict, then the reasons. */
  says: readonly string[];
}>;

/** `says` with blanks between: `into asForeseen ownByAddress`. */
export const row = (
  name: string,
  text: string,
  set: MailSetup,
  says: string,
  given: PathRow['given'] = {},
): PathRow => ({ name, text, set, given, says: says.split(' ') });

export const judgeRow = ({ text, set, given = {} }: Omit<PathRow, 'name' | 'says'>) =>
  judgePath(analyseHeaders(text), { setup: set, routes: compileRoutes(set), ...given });

export const ACCEPTED = 'contoso.com';
export const byAddress = fromOrganization('Own by address', '203.0.113.0/24');
export const byCertificate = fromOrganization('Own by certificate', 'mail.contoso.com');
export const byOther = fromOrganization('Other by certificate', 'edge.contoso.com');
export const partner = fromPartner('Fabrikam', 'fabrikam.com', { addresses: '198.51.100.0/24' });
export const toOwn = outbound('To own servers', 'contoso.com');
export const FILTER = {
  by: 'smartHosts',
  hosts: [{ kind: 'name', host: 'out.filter.example', port: 25 }],
} as const;
export const toFilter = outbound('To a filter', '*', { delivery: FILTER });

export const HYBRID = 'X-MS-Exchange-CrossTenant-FromEntityHeader: HybridOnPrem';
export const INTERNET = 'X-MS-Exchange-CrossTenant-FromEntityHeader: Internet';
