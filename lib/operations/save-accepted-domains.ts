// Saves many accepted domains at once: those that a list or a file brings, or those that were removed by mistake. What is
// there and is not named stays.
import { z } from 'zod';
import { insertAcceptedDomains, listAcceptedDomains, replaceAcceptedDomain } from '../data/accepted-domains';
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import {
  ACCEPTED_DOMAINS_MAX,
  isSameDomain,
  type PlannedDomain,
  planDomains,
} from '../mailflow/accepted-domain-plan';
import { parseHostName } from '../mailflow/host-name';
import { allowed, type OperationContext } from './context';
import { auditMailSetup, domainSubject } from './mail-setup-audit';
import { done, type Outcome, problem } from './outcome';
import { domainInput } from './save-accepted-domain';

export const saveAcceptedDomainsInput = z.strictObject({
  domains: z.array(z.strictObject(domainInput)).min(1).max(ACCEPTED_DOMAINS_MAX),
});

export type SavedDomains = Readonly<{ added: number; changed: number; same: number }>;

/**
 * All or none. Of several that would be the default the last one is. Problem: invalid, with a finding for each name that
 * can't be one.
 */
export async function saveAcceptedDomains(
  context: OperationContext,
  { domains }: z.output<typeof saveAcceptedDomainsInput>,
): Promise<Outcome<SavedDomains>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  const lastDefault = domains.findLastIndex(({ isDefault }) => isDefault);
  const lines = domains.map(({ domain, ...said }, at) => {
    const name = parseHostName(domain);
    const isDefault = at === lastDefault;
    return {
      at,
      text: domain,
      said: name.ok ? { ok: true as const, value: { ...said, isDefault, domain: name.value } } : name,
    };
  });
  const findings = lines.flatMap(({ said }) => (said.ok ? [] : [{ ...said.finding, field: 'domains' }]));
  if (findings.length > 0) return problem({ kind: 'invalid', findings });
  return context.store.write(async (tx) => {
    const known = (await listAcceptedDomains(tx)).map(({ accepted }) => accepted);
    const plan = planDomains(lines, known, 'authoritative').map((one) => keepDefault(one, lastDefault));
    const added = plan.flatMap((one) => (one.result === 'added' ? [one.accepted] : []));
    const changes = plan.flatMap((one) =>
      one.result === 'changed' ? [{ before: one.before, after: one.accepted }] : [],
    );
    const at = context.now();
    const entry = { actor: asked.actor, at };
    if (added.length > 0) {
      await insertAcceptedDomains(tx, added, at);
      const details = { count: added.length, domains: added };
      const subject = domainSubject(added);
      await auditMailSetup(tx, context, { ...entry, action: 'acceptedDomain.added', subject, details });
    }
    for (const { after } of changes) await replaceAcceptedDomain(tx, after, at);
    if (changes.length > 0) {
      const details = { count: changes.length, changes };
      const subject = domainSubject(changes.map(({ after }) => after));
      await auditMailSetup(tx, context, { ...entry, action: 'acceptedDomain.changed', subject, details });
    }
    const same = plan.filter(({ result }) => result === 'same').length;
    return done({ added: added.length, changed: changes.length, same });
  });
}

/** Where nobody takes the default over, whose it is stays as it is. */
function keepDefault(one: PlannedDomain, lastDefault: number): PlannedDomain {
  if (lastDefault >= 0 || one.result !== 'changed' || !one.before.isDefault) return one;
  const accepted: AcceptedDomain = { ...one.accepted, isDefault: true };
  return isSameDomain(accepted, one.before)
    ? { at: one.at, text: one.text, result: 'same', accepted }
    : { ...one, accepted };
}
