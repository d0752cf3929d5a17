// Removes accepted domains. Refuses to remove the default one while others stay; so does Exchange.
import { z } from 'zod';
import { listAcceptedDomains, removeAcceptedDomains as removeRows } from '../data/accepted-domains';
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import { ACCEPTED_DOMAINS_MAX } from '../mailflow/accepted-domain-plan';
import { domainName } from './accepted-domains';
import { allowed, type OperationContext } from './context';
import { auditMailSetup, domainSubject } from './mail-setup-audit';
import { conflict, done, type Outcome, problem } from './outcome';

export const removeAcceptedDomainsInput = z.strictObject({
  domains: z.array(domainName).min(1).max(ACCEPTED_DOMAINS_MAX),
});

export type RemovedDomains = Readonly<{ removed: readonly AcceptedDomain[] }>;

/** Answers what they were, so that they can be put back. Problems: notFound where none is there, conflict defaultDomain. */
export async function removeAcceptedDomains(
  context: OperationContext,
  { domains }: z.output<typeof removeAcceptedDomainsInput>,
): Promise<Outcome<RemovedDomains>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<RemovedDomains>> => {
    const wanted = new Set(domains);
    const known = (await listAcceptedDomains(tx)).map(({ accepted }) => accepted);
    const removed = known.filter(({ domain }) => wanted.has(domain));
    if (removed.length === 0) return problem({ kind: 'notFound' });
    if (removed.length < known.length && removed.some(({ isDefault }) => isDefault))
      return conflict('defaultDomain');
    await removeRows(
      tx,
      removed.map(({ domain }) => domain),
    );
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'acceptedDomain.removed',
      subject: domainSubject(removed),
      details: { count: removed.length, domains: removed },
    });
    return done({ removed });
  });
}
