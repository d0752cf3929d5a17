// Accepted domains of a tenant's file come in. There is always a default where there was one: it is another's first.
import { insertAcceptedDomains, replaceAcceptedDomain } from '../data/accepted-domains';
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { TakenRow, Taking } from './apply-import';
import { auditMailSetup, domainSubject } from './mail-setup-audit';

export async function takeDomains(
  { tx, context, actor, at }: Taking,
  rows: readonly TakenRow<'acceptedDomain'>[],
): Promise<void> {
  const isHandedOn = rows.some(({ after }) => after.isDefault);
  const added = rows.flatMap((row) => (row.result === 'added' ? [row.after] : []));
  const changes = rows.flatMap((row) =>
    row.result === 'changed' ? [{ before: row.before, after: keepDefault(row, isHandedOn) }] : [],
  );
  const entry = { actor, at };
  for (const { after } of changes) await replaceAcceptedDomain(tx, after, at);
  if (added.length > 0) {
    await insertAcceptedDomains(tx, added, at);
    const details = { count: added.length, domains: added };
    const subject = domainSubject(added);
    await auditMailSetup(tx, context, { ...entry, action: 'acceptedDomain.added', subject, details });
  }
  if (changes.length > 0) {
    const details = { count: changes.length, changes };
    const subject = domainSubject(changes.map(({ after }) => after));
    await auditMailSetup(tx, context, { ...entry, action: 'acceptedDomain.changed', subject, details });
  }
}

function keepDefault(
  { before, after }: Readonly<{ before: AcceptedDomain; after: AcceptedDomain }>,
  isHandedOn: boolean,
): AcceptedDomain {
  return before.isDefault && !isHandedOn ? { ...after, isDefault: true } : after;
}
