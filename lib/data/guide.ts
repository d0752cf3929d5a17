// What the set-up guide remembers: the scenario, what people confirmed, and what DNS last said of each domain.
import type { CheckedDomain, DomainFacts } from '../mailflow/guide/domain-facts';
import type { GuideMarkView } from '../mailflow/guide/guide-view';
import type { GuideScenario, GuideStepId } from '../mailflow/guide/journey';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** Marks of the organization's own journey and of a partner's are apart: the same step asks for another thing. */
export type Journey = 'own' | 'partner';
export type MarkKey = Readonly<{ journey: Journey; step: GuideStepId; subject: string }>;
export type StoredMark = MarkKey & Readonly<{ view: GuideMarkView }>;
type By = Readonly<{ at: Date; byId: string; byName: string }>;

export async function findScenario(store: Store | Tx): Promise<GuideScenario | undefined> {
  const row = await clientOf(store).guideChoice.findUnique({ where: { id: 1 } });
  return row ? (row.scenario as GuideScenario) : undefined;
}

export async function saveScenario(tx: Tx, scenario: GuideScenario, { at, byId, byName }: By): Promise<void> {
  const chosen = { scenario, chosenAt: at, chosenById: byId, chosenByName: byName };
  await tx.guideChoice.upsert({ where: { id: 1 }, create: { id: 1, ...chosen }, update: chosen });
}

export async function listMarks(store: Store | Tx, journey: Journey): Promise<StoredMark[]> {
  const rows = await clientOf(store).guideMark.findMany({ where: { journey } });
  return rows.map(({ step, subject, markedAt, byName, note }) => ({
    journey,
    step: step as GuideStepId,
    subject,
    view: { by: byName, at: markedAt.toISOString(), ...(note !== null && { note }) },
  }));
}

/** The newest word replaces the one before; the audit log keeps both. */
export async function saveMark(tx: Tx, key: MarkKey, { at, byId, byName }: By, note?: string): Promise<void> {
  const marked = { markedAt: at, byId, byName, note: note ?? null };
  await tx.guideMark.upsert({
    where: { journey_step_subject: key },
    create: { ...key, ...marked },
    update: marked,
  });
}

/** False where there is none. */
export async function removeMark(tx: Tx, { journey, step, subject }: MarkKey): Promise<boolean> {
  const { count } = await tx.guideMark.deleteMany({ where: { journey, step, subject } });
  return count > 0;
}

/** What was looked up of these domains, by domain. */
export async function findChecks(
  store: Store | Tx,
  domains: readonly string[],
): Promise<Map<string, CheckedDomain>> {
  const rows = await clientOf(store).guideCheck.findMany({ where: { domain: { in: [...domains] } } });
  return new Map(
    rows.map(({ domain, checkedAt, facts }) => [
      domain,
      { at: checkedAt.toISOString(), facts: fromJson<DomainFacts>(facts) },
    ]),
  );
}

export async function saveChecks(tx: Tx, checkedAt: Date, all: readonly DomainFacts[]): Promise<void> {
  for (const facts of all) {
    const data = { checkedAt, facts: toJson(facts) };
    await tx.guideCheck.upsert({
      where: { domain: facts.domain },
      create: { domain: facts.domain, ...data },
      update: data,
    });
  }
}
