// Which objects of a file are records of what, told by their properties alone: a list may have any name or none.
import type { Json } from '../mailflow/exchange-origin';
import { FILE_LISTS, type FileList } from './exchange-file';
import { isFields } from './exchange-values';
import type { JsonDocument, JsonPath } from './json-documents';
import type { RecordFields } from './kept-settings';

export type FoundObject = Readonly<{ kind: FileList; fields: RecordFields; line: number }>;

/** `lists` are those that the file has, empty ones too; `others` counts objects of which nothing here knows what they are. */
export type FoundObjects = Readonly<{
  objects: readonly FoundObject[];
  lists: ReadonlySet<FileList>;
  others: number;
}>;

/** A document is a record, a list of them, or an object whose properties are lists. */
export function objectsIn(documents: readonly JsonDocument[]): FoundObjects {
  const objects: FoundObject[] = [];
  const lists = new Set<FileList>();
  let others = 0;
  const take = (document: JsonDocument, value: Json, path: JsonPath) => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) take(document, item, [...path, index]);
      return;
    }
    const kind = isFields(value) ? kindOf(value) : undefined;
    if (isFields(value) && kind) {
      lists.add(kind);
      objects.push({ kind, fields: value, line: document.lineOf(path) });
    } else if (isFields(value) && Array.isArray(value.value)) take(document, value.value, [...path, 'value']);
    else others += 1;
  };
  for (const document of documents) {
    const { value } = document;
    const parts = isFields(value) && !kindOf(value) ? partsOf(value) : [];
    for (const [name, part] of parts) {
      take(document, part, [name]);
      if (isEmptyList(part)) for (const list of listsNamed(name)) lists.add(list);
    }
    if (parts.length === 0) take(document, value, []);
  }
  return { objects, lists, others };
}

/** Properties with something in them; what else a file says about itself does not matter. */
const partsOf = (fields: RecordFields): readonly [string, Json][] =>
  Object.entries(fields).filter(([, value]) => typeof value === 'object' && value !== null);

const KINDS: Readonly<Record<FileList, (has: (name: string) => boolean) => boolean>> = {
  // A send connector of Exchange Server has smart hosts too, and address spaces beside them.
  outbound: (has) =>
    !has('AddressSpaces') && (has('RecipientDomains') || has('SmartHosts') || has('UseMXRecord')),
  inbound: (has) => has('SenderDomains') || has('RequireTls') || has('SenderIPAddresses'),
  acceptedDomains: (has) => has('DomainName') && has('DomainType'),
  transportRules: (has) =>
    has('RouteMessageOutboundConnector') || (has('Priority') && (has('Conditions') || has('Actions'))),
};

const kindOf = (fields: RecordFields): FileList | undefined =>
  FILE_LISTS.find((list) => KINDS[list]((name) => Object.hasOwn(fields, name)));

const isEmptyList = (value: Json): boolean =>
  Array.isArray(value)
    ? value.length === 0
    : isFields(value) && Array.isArray(value.value) && value.value.length === 0;

/** An empty list has nothing but its name to be known by: `OutboundConnectors`, `Get-AcceptedDomain`. */
const LIST_NAMES: Readonly<Record<FileList, RegExp>> = {
  outbound: /outbound/i,
  inbound: /inbound/i,
  acceptedDomains: /accepted/i,
  transportRules: /rule/i,
};

const listsNamed = (name: string): readonly FileList[] =>
  FILE_LISTS.filter((list) => LIST_NAMES[list].test(name));
