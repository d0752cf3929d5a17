// The accepted domains, for whoever may read the set-up, and what hangs on one.
import { z } from 'zod';
import { listAcceptedDomains, type StoredDomain } from '../data/accepted-domains';
import { type DomainUse, domainUses } from '../mailflow/domain-uses';
import { allowed, type OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

export type { DomainUse, StoredDomain };

/** All, by name. */
export async function acceptedDomains(context: OperationContext): Promise<Outcome<readonly StoredDomain[]>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  return done(await listAcceptedDomains(context.store));
}

export const domainName = z.string().min(1).max(300);
export const domainUsesInput = z.strictObject({ domains: z.array(domainName).min(1).max(100) });

export type DomainUses = readonly Readonly<{ domain: string; uses: readonly DomainUse[] }>[];

/** The connectors and rules that hang on each domain, in the order asked. */
export async function acceptedDomainUses(
  context: OperationContext,
  { domains }: z.output<typeof domainUsesInput>,
): Promise<Outcome<DomainUses>> {
  const asked = await mailSetup(context);
  if (!asked.ok) return asked;
  const { setup } = asked.value;
  return done(domains.map((domain) => ({ domain, uses: domainUses(setup, domain) })));
}
