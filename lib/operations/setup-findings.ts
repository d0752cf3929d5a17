// What is wrong with the set-up in force, for whoever may read it. Worked out once for each state of it.
import type { Severity } from '../mailflow/finding';
import type { MailSetup } from '../mailflow/mail-setup';
import { findingsAbout } from '../mailflow/setup-change';
import type { SetupFinding } from '../mailflow/setup-finding';
import { reviewSetup } from '../mailflow/setup-review';
import type { OperationContext } from './context';
import { type CompiledSetup, mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

/** More than anybody reads at once; the rest is counted. */
const SHOWN = 100;

/** What stands beside a connector's name: how many findings name it, and the gravest's weight. */
export type FindingMark = Readonly<{ count: number; severity: Severity }>;

/** `findings` are the gravest; `counts` are of all. `marks` are of the connectors asked for that have findings. */
export type SetupReview = Readonly<{
  findings: readonly SetupFinding[];
  counts: Readonly<Record<Severity, number>>;
  marks: Readonly<Record<string, FindingMark>>;
}>;

/** Findings about the set-up in force, and which of the connectors with these ids they name. */
export async function setupReview(
  context: OperationContext,
  { ids }: Readonly<{ ids: readonly string[] }>,
): Promise<Outcome<SetupReview>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const findings = findingsInForce(inForce.value);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return done({ findings: findings.slice(0, SHOWN), counts, marks: marksOf(findings, new Set(ids)) });
}

/** The gravest come first, so that the first finding's weight is a connector's. A note is no mark. */
function marksOf(findings: readonly SetupFinding[], ids: ReadonlySet<string>): Record<string, FindingMark> {
  const marks = new Map<string, FindingMark>();
  for (const { severity, connectors } of findings) {
    if (severity === 'info') continue;
    for (const { id } of connectors) {
      const known = marks.get(id);
      if (ids.has(id))
        marks.set(id, { severity: known?.severity ?? severity, count: (known?.count ?? 0) + 1 });
    }
  }
  return Object.fromEntries(marks);
}

/** Findings that name the connector, the gravest first; none for one that isn't there. */
export async function connectorFindings(
  context: OperationContext,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<readonly SetupFinding[]>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  return done(findingsAbout(findingsInForce(inForce.value), id).slice(0, SHOWN));
}

const reviewed = new WeakMap<MailSetup, readonly SetupFinding[]>();

export function findingsInForce({ setup, routes }: CompiledSetup): readonly SetupFinding[] {
  const findings = reviewed.get(setup) ?? reviewSetup(setup, routes);
  reviewed.set(setup, findings);
  return findings;
}
