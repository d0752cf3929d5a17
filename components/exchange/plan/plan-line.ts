// A row of a plan as its table needs it: what is different, and not the whole of both sides. Those of a thousand rows
// would be megabytes; who opens a row asks for them.
import type { ImportNote } from '@/lib/exchange/exchange-file';
import type { Moved, PlanConflict, PlanKind, PlanResult, PlanRow } from '@/lib/exchange/plan-row';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import type { Connector } from '@/lib/mailflow/connector';
import { type Change, changes, keptChanges } from '@/lib/mailflow/connector-changes';
import { fromConnector } from '@/lib/mailflow/draft-to-connector';
import type { Named } from '@/lib/mailflow/mail-setup';
import type { ConnectorReference, TransportRule } from '@/lib/mailflow/transport-rule';

type Asked = Pick<TransportRule, 'conditions' | 'exceptions'>;

/** One difference between two rules; connectors by their names. */
export type RuleChange =
  | Readonly<{ what: 'name' | 'connector'; from: string; to: string }>
  | Readonly<{ what: 'priority'; from: number; to: number }>
  | Readonly<{ what: 'turnedOn' | 'turnedOff' | 'stops' | 'goesOn' }>
  | Readonly<{ what: 'asks'; from: Asked; to: Asked }>;

/** What an object is, or what is different about it. `kept` is of settings that only Exchange knows. */
export type LineWords =
  | Readonly<{ kind: 'connector'; is: Pick<Connector, 'direction' | 'partnerKind' | 'enabled'> }>
  | Readonly<{ kind: 'acceptedDomain'; is: AcceptedDomain }>
  | Readonly<{ kind: 'transportRule'; is: Asked & Pick<TransportRule, 'enabled'>; connector: string }>
  | (Readonly<{ kept: readonly Change[] }> &
      (
        | Readonly<{ kind: 'connector'; changes: readonly Change[] }>
        | Readonly<{ kind: 'acceptedDomain'; from: AcceptedDomain; to: AcceptedDomain }>
        | Readonly<{ kind: 'transportRule'; changes: readonly RuleChange[] }>
      ));

export type PlanLine = Readonly<{
  key: string;
  kind: PlanKind;
  name: string;
  result: PlanResult;
  /** Where the object begins in the file. */
  line?: number;
  /** Of the object that is here. */
  id?: string;
  moved?: Moved;
  notes: readonly ImportNote[];
  conflict?: Readonly<{ code: PlanConflict; others: readonly Named[] }>;
  words?: LineWords;
}>;

/** `nameOf` a connector that is here; undefined for one that is not. */
export function planLine(row: PlanRow, nameOf: (connectorId: string) => string | undefined): PlanLine {
  const { key, kind, name, result, line, moved, notes } = row;
  const words = wordsOf(row, nameOf);
  return {
    key,
    kind,
    name,
    result,
    notes,
    ...(line !== undefined && { line }),
    ...(moved && { moved }),
    ...('id' in row && { id: row.id }),
    ...(row.result === 'conflict' && { conflict: { code: row.conflict, others: row.others } }),
    ...(words && { words }),
  };
}

type NameOf = Parameters<typeof planLine>[1];

function wordsOf(row: PlanRow, nameOf: NameOf): LineWords | undefined {
  if (row.kind === 'connector') return connectorWords(row);
  if (row.kind === 'acceptedDomain') return domainWords(row);
  return ruleWords(row, nameOf);
}

function connectorWords(row: Extract<PlanRow, { kind: 'connector' }>): LineWords | undefined {
  if (row.result === 'changed') {
    const [before, after] = [fromConnector(row.before), fromConnector(row.after)];
    return { kind: 'connector', changes: changes(before, after), kept: [] };
  }
  const one = sideOf(row);
  if (!one) return undefined;
  const { direction, partnerKind, enabled } = one;
  return { kind: 'connector', is: { direction, partnerKind, enabled } };
}

function domainWords(row: Extract<PlanRow, { kind: 'acceptedDomain' }>): LineWords | undefined {
  if (row.result === 'changed') {
    const kept = keptChanges(row.before.exchange, row.after.exchange);
    return { kind: 'acceptedDomain', from: bare(row.before), to: bare(row.after), kept };
  }
  const one = sideOf(row);
  return one && { kind: 'acceptedDomain', is: bare(one) };
}

function ruleWords(row: Extract<PlanRow, { kind: 'transportRule' }>, nameOf: NameOf): LineWords | undefined {
  const targetOf = ({ connector }: Readonly<{ connector: ConnectorReference }>) =>
    connector.by === 'name' ? connector.name : (nameOf(connector.id) ?? connector.id);
  if (row.result === 'changed') {
    const { before, after } = row;
    const target = { from: targetOf(before), to: targetOf(after) };
    return {
      kind: 'transportRule',
      changes: ruleChanges(before, after, target),
      kept: keptChanges(before.exchange, after.exchange),
    };
  }
  const one = sideOf(row);
  if (!one) return undefined;
  const { conditions, exceptions, enabled } = one;
  return { kind: 'transportRule', is: { conditions, exceptions, enabled }, connector: targetOf(one) };
}

/** The only side that there is of what is not on both. */
function sideOf<T>(
  row: Readonly<{ result: 'added'; after: T }> | Readonly<{ result: 'onlyHere'; before: T }> | object,
): T | undefined {
  if ('after' in row) return row.after;
  return 'before' in row ? row.before : undefined;
}

const bare = ({ exchange: _, ...accepted }: AcceptedDomain): AcceptedDomain => accepted;

function ruleChanges(
  before: TransportRule,
  after: TransportRule,
  target: Readonly<{ from: string; to: string }>,
): RuleChange[] {
  const asked = ({ conditions, exceptions }: TransportRule): Asked => ({ conditions, exceptions });
  const found: readonly (RuleChange | false)[] = [
    before.name !== after.name && { what: 'name', from: before.name, to: after.name },
    before.enabled !== after.enabled && { what: after.enabled ? 'turnedOn' : 'turnedOff' },
    before.priority !== after.priority && { what: 'priority', from: before.priority, to: after.priority },
    JSON.stringify(asked(before)) !== JSON.stringify(asked(after)) && {
      what: 'asks',
      from: asked(before),
      to: asked(after),
    },
    target.from.toLowerCase() !== target.to.toLowerCase() && { what: 'connector', ...target },
    before.stopProcessing !== after.stopProcessing && { what: after.stopProcessing ? 'stops' : 'goesOn' },
  ];
  return found.flatMap((change) => change || []);
}
