// A file of a tenant's objects, or a set-up file of the console's own, as text → what it says. Drops nothing in silence.
import type { Json } from '../mailflow/exchange-origin';
import { readAcceptedDomainRecord } from './accepted-domain-record';
import { readConnectorRecord } from './connector-record';
import { type ExchangeFile, FILE_LISTS, type ReadFile, type ReadObject } from './exchange-file';
import { type FoundObject, objectsIn } from './exchange-objects';
import { isFields } from './exchange-values';
import { type JsonDocument, readDocuments } from './json-documents';
import { leadsToConnector, readRuleRecord } from './rule-record';
import { readSetUpFile, type SetUpProblem } from './set-up-file';

/** Text of at most EXCHANGE_FILE_MAX_BYTES. A refusal means that nothing of it was taken. */
export function readExchangeFile(text: string): ReadFile {
  const read = readDocuments(text);
  if (!read.ok) return read;
  const [first, ...others] = read.documents;
  const { objects, lists, others: otherObjects } = objectsIn(read.documents);
  if (first && others.length === 0 && objects.length === 0 && isSetUp(first.value))
    return fromSetUp(text, first);
  if (lists.size > 0) return { ok: true, file: fromRecords(objects, [...lists], otherObjects) };
  return { ok: false, refusal: { code: 'nothingKnown' } };
}

type Lists = Pick<ExchangeFile, 'connectors' | 'acceptedDomains' | 'transportRules'>;

function fromRecords(
  objects: readonly FoundObject[],
  covers: ExchangeFile['covers'],
  otherObjects: number,
): ExchangeFile {
  const of = (kind: FoundObject['kind']) => objects.filter((one) => one.kind === kind);
  const connectors = (['outbound', 'inbound'] as const).flatMap((direction) =>
    of(direction).map(({ fields, line }) => readConnectorRecord(fields, line, direction)),
  );
  const names = new Map(connectors.flatMap(({ guid, name }) => (guid === undefined ? [] : [[guid, name]])));
  const rules = of('transportRules');
  const leading = rules.filter(({ fields }) => leadsToConnector(fields));
  const read: Lists = {
    connectors,
    acceptedDomains: of('acceptedDomains').map(({ fields, line }) => readAcceptedDomainRecord(fields, line)),
    transportRules: leading.map(({ fields, line }) =>
      readRuleRecord(fields, line, (guid) => names.get(guid)),
    ),
  };
  const lists: Lists = {
    connectors: eachOnce(read.connectors),
    acceptedDomains: eachOnce(read.acceptedDomains),
    transportRules: eachOnce(read.transportRules),
  };
  return {
    ...lists,
    covers,
    leftAside: {
      rulesWithoutConnector: rules.length - leading.length,
      repeated: countOf(read) - countOf(lists),
      otherObjects,
    },
  };
}

const countOf = (lists: Lists): number =>
  lists.connectors.length + lists.acceptedDomains.length + lists.transportRules.length;

/** Get-OutboundConnector has to be asked several times for all there is, and some are in more than one of its answers. */
function eachOnce<T>(objects: readonly ReadObject<T>[]): readonly ReadObject<T>[] {
  const seen = new Set<string>();
  return objects.filter(({ guid }) => {
    if (guid === undefined) return true;
    const isNew = !seen.has(guid);
    seen.add(guid);
    return isNew;
  });
}

const isSetUp = (value: Json): boolean =>
  isFields(value) &&
  ['connectors', 'acceptedDomains', 'transportRules'].some((list) => Array.isArray(value[list]));

function fromSetUp(text: string, document: JsonDocument): ReadFile {
  const read = readSetUpFile(text);
  if (!read.ok) return { ok: false, refusal: problemOf(read.problems) };
  const { connectors, acceptedDomains, transportRules } = read.setup;
  const found = (list: string, index: number, name: string) =>
    ({ line: document.lineOf([list, index]), name, ok: true, notes: [] }) as const;
  const guidOf = ({ exchange }: { exchange?: { guid?: string } }) =>
    exchange?.guid === undefined ? undefined : { guid: exchange.guid };
  return {
    ok: true,
    file: {
      connectors: connectors.map(({ connector }, index) => ({
        ...found('connectors', index, connector.name),
        ...guidOf(connector),
        value: connector,
      })),
      acceptedDomains: acceptedDomains.map((value, index) => ({
        ...found('acceptedDomains', index, value.domain),
        ...guidOf(value),
        value,
      })),
      transportRules: transportRules.map(({ rule }, index) => ({
        ...found('transportRules', index, rule.name),
        ...guidOf(rule),
        value: rule,
      })),
      covers: FILE_LISTS,
      leftAside: { rulesWithoutConnector: 0, repeated: 0, otherObjects: 0 },
    },
  };
}

/** The first thing wrong with it; `near` is what the shape says, where it is the shape. */
function problemOf(problems: readonly SetUpProblem[]): Extract<ReadFile, { ok: false }>['refusal'] {
  const [first] = problems;
  if (!first) return { code: 'invalidSetUpFile' };
  return {
    code: 'invalidSetUpFile',
    params: { path: first.path, count: problems.length },
    ...('shape' in first && { near: first.shape }),
  };
}
