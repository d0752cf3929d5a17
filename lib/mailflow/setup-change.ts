// A set-up as it would be after a change of connectors, and what its findings then say. Changes nothing that is stored.
import type { Connector } from './connector';
import type { MailSetup } from './mail-setup';
import type { SetupFinding } from './setup-finding';

/** `connector` replaces the one with that id, or is a new one; undefined takes it away. */
export type ConnectorChange = Readonly<{ id: string; connector: Connector | undefined }>;

/** The set-up after all changes. What is replaced keeps its health: a validation's result is not part of the change. */
export function withConnectors(setup: MailSetup, changes: readonly ConnectorChange[]): MailSetup {
  const changed = new Map(changes.map(({ id, connector }) => [id, connector]));
  const kept = setup.connectors.flatMap((one) => {
    if (!changed.has(one.id)) return [one];
    const connector = changed.get(one.id);
    changed.delete(one.id);
    return connector ? [{ ...one, connector }] : [];
  });
  const added = [...changed].flatMap(([id, connector]) =>
    connector
      ? [{ id, connector, health: connector.direction === 'inbound' ? 'notApplicable' : 'never' } as const]
      : [],
  );
  return { ...setup, connectors: [...kept, ...added] };
}

/** Findings of `after` that `before` does not have. The same one about the same connectors is no new one. */
export function addedFindings(
  before: readonly SetupFinding[],
  after: readonly SetupFinding[],
): SetupFinding[] {
  const known = new Set(before.map(keyOf));
  return after.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ code, connectors, rule, domain }: SetupFinding): string {
  const ids = connectors.map(({ id }) => id).sort();
  return JSON.stringify([code, ids, rule?.id, domain]);
}

/** Findings that name the connector. */
export const findingsAbout = (findings: readonly SetupFinding[], connectorId: string): SetupFinding[] =>
  findings.filter(({ connectors }) => connectors.some(({ id }) => id === connectorId));
