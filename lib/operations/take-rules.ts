// Transport rules of a tenant's file come in, each to its connector and at its place among the others.
import {
  insertTransportRule,
  type OwnRule,
  orderTransportRules,
  replaceTransportRule,
} from '../data/transport-rules';
import type { ExchangeFile } from '../exchange/exchange-file';
import type { PlanRow } from '../exchange/plan-row';
import { takenOrder } from '../exchange/plan-rules';
import { foldName } from '../mailflow/fold-name';
import type { MailSetup } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import type { TakenRow, Taking } from './apply-import';
import { auditMailSetup } from './mail-setup-audit';

/** `ids` are those of connectors that have just come in, by their rows' keys. */
type Scene = Readonly<{
  setup: MailSetup;
  file: ExchangeFile;
  rows: readonly PlanRow[];
  keys: ReadonlySet<string>;
  ids: ReadonlyMap<string, string>;
}>;

/** Behind every rule that could be. */
const LAST = Number.MAX_SAFE_INTEGER;

export async function takeRules(
  { tx, context, actor, at }: Taking,
  rows: readonly TakenRow<'transportRule'>[],
  scene: Scene,
): Promise<void> {
  if (rows.length === 0) return;
  const order = takenOrder(scene.setup, scene.file, scene.rows, scene.keys);
  const ids = new Map<string, string>();
  for (const row of rows) {
    const wanted = ownRule(row.after, scene);
    const place = order.indexOf(row.result === 'added' ? row.key : row.id);
    const entry = { actor, at };
    if (row.result === 'added') {
      const { id } = await insertTransportRule(tx, { ...wanted, priority: LAST }, at);
      ids.set(row.key, id);
      const rule = { ...wanted, priority: place };
      const subject = { id, name: rule.name };
      await auditMailSetup(tx, context, {
        ...entry,
        action: 'transportRule.created',
        subject,
        details: { rule },
      });
    } else {
      const { id, before } = row;
      await replaceTransportRule(tx, id, wanted, at);
      const after = { ...wanted, priority: place };
      const subject = { id, name: after.name };
      await auditMailSetup(tx, context, {
        ...entry,
        action: 'transportRule.changed',
        subject,
        details: { before, after },
      });
    }
  }
  await orderTransportRules(
    tx,
    order.map((key) => ids.get(key) ?? key),
  );
}

/** A rule keeps the name of a connector that nobody knows in the place of its id: it is shown to lead nowhere. */
function ownRule({ connector, ...rule }: TransportRule, { setup, rows, ids }: Scene): OwnRule {
  if (connector.by === 'id') return { ...rule, connector };
  const name = foldName(connector.name);
  const known = setup.connectors.find(
    ({ connector: one }) => one.direction === 'outbound' && foldName(one.name) === name,
  );
  const came = rows.find(
    (row) =>
      row.kind === 'connector' &&
      row.result === 'added' &&
      row.after.direction === 'outbound' &&
      foldName(row.after.name) === name,
  );
  const id = (came && ids.get(came.key)) ?? known?.id ?? connector.name;
  return { ...rule, connector: { by: 'id', id } };
}
