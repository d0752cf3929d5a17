// Adds one accepted domain, or changes one. Never changes its name: that is another domain.
import { z } from 'zod';
import { findAcceptedDomain, insertAcceptedDomains, replaceAcceptedDomain } from '../data/accepted-domains';
import { ACCEPTED_DOMAIN_TYPES, type AcceptedDomain } from '../mailflow/accepted-domain';
import { acceptedDomain, isSameDomain } from '../mailflow/accepted-domain-plan';
import { parseHostName } from '../mailflow/host-name';
import { domainName } from './accepted-domains';
import { versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { auditMailSetup, domainSubject } from './mail-setup-audit';
import { domainTakenFinding } from './name-taken';
import { conflict, done, type Outcome, problem } from './outcome';

export const domainInput = {
  domain: z.string().max(1_000),
  type: z.enum(ACCEPTED_DOMAIN_TYPES),
  isDefault: z.boolean(),
  matchSubDomains: z.boolean(),
};
export const addAcceptedDomainInput = z.strictObject(domainInput);
/** `revision` is the one that the edit began with. */
export const changeAcceptedDomainInput = z.strictObject({
  ...domainInput,
  domain: domainName,
  revision: versionNumber,
});

/** Problem: invalid, with a finding of the domain. */
export async function addAcceptedDomain(
  context: OperationContext,
  { domain, ...said }: z.output<typeof addAcceptedDomainInput>,
): Promise<Outcome<AcceptedDomain>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  const name = parseHostName(domain);
  if (!name.ok) return problem({ kind: 'invalid', findings: [{ ...name.finding, field: 'domain' }] });
  const accepted = acceptedDomain({ ...said, domain: name.value }, said);
  return context.store.write(async (tx): Promise<Outcome<AcceptedDomain>> => {
    if (await findAcceptedDomain(tx, accepted.domain))
      return problem({ kind: 'invalid', findings: [domainTakenFinding(accepted.domain)] });
    const at = context.now();
    await insertAcceptedDomains(tx, [accepted], at);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at,
      action: 'acceptedDomain.added',
      subject: domainSubject([accepted]),
      details: { count: 1, domains: [accepted] },
    });
    return done(accepted);
  });
}

/**
 * Problems: notFound; conflict setupMoved where somebody has changed it since, nothingChanged, and defaultDomain where it
 * would leave no default: another one takes that over.
 */
export async function changeAcceptedDomain(
  context: OperationContext,
  { domain, revision, ...said }: z.output<typeof changeAcceptedDomainInput>,
): Promise<Outcome<AcceptedDomain>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<AcceptedDomain>> => {
    const stored = await findAcceptedDomain(tx, domain);
    if (!stored) return problem({ kind: 'notFound' });
    if (stored.revision !== revision) return conflict('setupMoved');
    const { accepted: before } = stored;
    const after = acceptedDomain({ ...said, domain }, said);
    if (isSameDomain(before, after)) return conflict('nothingChanged');
    if (before.isDefault && !after.isDefault) return conflict('defaultDomain');
    const at = context.now();
    await replaceAcceptedDomain(tx, after, at);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at,
      action: 'acceptedDomain.changed',
      subject: domainSubject([after]),
      details: { count: 1, changes: [{ before, after }] },
    });
    return done(after);
  });
}
