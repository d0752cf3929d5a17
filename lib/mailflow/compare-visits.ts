// What two validations met at the same server, address by address. Says once what all of its addresses show.
import { compareStages } from './compare-stages';
import { compareTls } from './compare-tls';
import type { Stage } from './observation';
import type { RunDifference } from './run-difference';
import type { StageRow } from './stage-rows';

/** The first stage of its kind at an address; a second connection behind a broken handshake is not compared. */
export type VisitStages = ReadonlyMap<string, StageRow>;

/** The differences between what `before` and `after` show of the servers that both visited. */
export function compareVisits(before: readonly StageRow[], after: readonly StageRow[]): RunDifference[] {
  const [was, is] = [byHost(before), byHost(after)];
  return [...is].flatMap(([host, after]) => {
    const before = was.get(host);
    return before ? compareHost(host, before, after) : [];
  });
}

type HostVisits = Readonly<{ name: VisitStages; addresses: ReadonlyMap<string, VisitStages> }>;

function compareHost(host: string, before: HostVisits, after: HostVisits): RunDifference[] {
  const both = [...after.addresses.keys()].filter((address) => before.addresses.has(address));
  const pairs = both.map((address) => ({
    address,
    found: comparePair(before.addresses.get(address), after.addresses.get(address)),
  }));
  return [
    ...compareStages(before.name, after.name).map((each) => ({ ...each, host })),
    ...addresses(host, resolvedBy(before), resolvedBy(after)),
    ...onceForAll(
      pairs.flatMap(({ address, found }) => found.map((each) => ({ ...each, host, address }))),
      both.length,
    ),
    // Where a server has moved, what it is matters all the same.
    ...(both.length === 0 ? compareMoved(before, after).map((each) => ({ ...each, host })) : []),
  ];
}

const comparePair = (before: VisitStages = NONE, after: VisitStages = NONE): RunDifference[] => [
  ...compareTls(before, after),
  ...compareStages(before, after),
];

const NONE: VisitStages = new Map();

function compareMoved(before: HostVisits, after: HostVisits): RunDifference[] {
  const [was] = before.addresses.values();
  const [is] = after.addresses.values();
  return was && is ? compareTls(was, is) : [];
}

function addresses(host: string, before: readonly string[], after: readonly string[]): RunDifference[] {
  // A name that was not found says nothing of its addresses.
  if (before.length === 0 || after.length === 0) return [];
  const only = (some: readonly string[], others: readonly string[]) =>
    some.filter((each) => !others.includes(each));
  return [
    ...only(after, before).map((address) => ({ code: 'addressAdded' as const, address })),
    ...only(before, after).map((address) => ({ code: 'addressRemoved' as const, address })),
  ].map((each) => ({ ...each, tone: 'neutral' as const, host }));
}

const resolvedBy = ({ name, addresses: visited }: HostVisits): string[] => [
  ...new Set(
    [...name.values()]
      .flatMap(({ addresses: found }) => found ?? [])
      .concat(name.size > 0 ? [] : [...visited.keys()]),
  ),
];

/** Stages about a domain, such as its MX records, are no visit to a server. */
const NO_VISIT: ReadonlySet<string> = new Set<Stage | string>(['mx', 'mtaSts', 'tlsa', 'ptr']);

function byHost(stages: readonly StageRow[]): Map<string, HostVisits> {
  const hosts = new Map<
    string,
    { name: Map<string, StageRow>; addresses: Map<string, Map<string, StageRow>> }
  >();
  for (const row of stages) {
    if (NO_VISIT.has(row.stage)) continue;
    const host = hosts.get(row.host) ?? { name: new Map(), addresses: new Map() };
    hosts.set(row.host, host);
    const visit = row.address === undefined ? host.name : (host.addresses.get(row.address) ?? new Map());
    if (row.address !== undefined) host.addresses.set(row.address, visit);
    const key = `${row.stage} ${row.recipient ?? ''}`;
    if (!visit.has(key)) visit.set(key, row);
  }
  return hosts;
}

/** What every one of several addresses shows is said once, without an address. */
function onceForAll(differences: readonly RunDifference[], count: number): RunDifference[] {
  if (count < 2) return [...differences];
  const keyOf = ({ address: _, ...rest }: RunDifference): string => JSON.stringify(rest);
  const all = new Map<string, RunDifference[]>();
  for (const each of differences) all.set(keyOf(each), [...(all.get(keyOf(each)) ?? []), each]);
  return [...all.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length !== count) return same;
    const { address: _, ...shared } = first;
    return [shared];
  });
}
