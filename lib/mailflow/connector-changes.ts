// What is different between two drafts of one connector, field by field, so that it can be said in words.
import {
  type ConnectorDraft,
  type DraftField,
  LIST_FIELDS,
  type ListField,
  parseEntry,
} from './connector-draft';
import { visibleSteps } from './connector-steps';
import { counts } from './draft-fields';
import { chosenSettings, type ExchangeOrigin, settingText } from './exchange-origin';

/** One difference. `from` and `to` are the field's text or the code of its choice; empty: there was none. */
export type Change = FieldChange | KeptChange;

export type FieldChange = Readonly<{ field: DraftField }> &
  (
    | Readonly<{ kind: 'added' | 'removed'; value: string }>
    | Readonly<{ kind: 'changed'; from: string; to: string }>
    | Readonly<{ kind: 'on' | 'off' }>
  );

/** Of a setting that is kept for Exchange; `name` is its parameter's. */
export type KeptChange = Readonly<{
  field: 'exchange';
  kind: 'kept';
  name: string;
  from: string;
  to: string;
}>;

/** The differences in what counts, in the order of the wizard's screens; none: both describe the same connector. */
export function changes(before: ConnectorDraft, after: ConnectorDraft): Change[] {
  const fields = visibleSteps(after).flatMap(({ fields: shown, advanced }) => [...shown, ...advanced]);
  return [
    ...fields.flatMap((field) => changesIn(field, before, after)),
    ...keptChanges(before.exchange, after.exchange),
  ];
}

/** Also of rules and domains. What Exchange notes by itself, such as when something was changed, is no difference. */
export function keptChanges(
  before: ExchangeOrigin | null | undefined,
  after: ExchangeOrigin | null | undefined,
): KeptChange[] {
  const texts = (origin: ExchangeOrigin | null | undefined) =>
    new Map(chosenSettings(origin ?? undefined).map(({ name, value }) => [name, settingText(value)]));
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): KeptChange[] => {
    const [from, to] = [old.get(name) ?? '', now.get(name) ?? ''];
    return from === to ? [] : [{ field: 'exchange', kind: 'kept', name, from, to }];
  });
}

function changesIn(field: DraftField, before: ConnectorDraft, after: ConnectorDraft): readonly FieldChange[] {
  if (isList(field)) return listChanges(field, entriesOf(before, field), entriesOf(after, field));
  const [from, to] = [textOf(before, field), textOf(after, field)];
  if (from === to) return [];
  if (typeof before[field] === 'boolean') return [{ field, kind: to === 'true' ? 'on' : 'off' }];
  return [{ field, kind: 'changed', from, to }];
}

const isList = (field: DraftField): field is ListField => LIST_FIELDS.some((list) => list === field);

function textOf(draft: ConnectorDraft, field: Exclude<DraftField, ListField>): string {
  if (!counts(draft, field)) return typeof draft[field] === 'boolean' ? 'false' : '';
  return String(draft[field]).trim();
}

function listChanges(field: ListField, before: Entries, after: Entries): FieldChange[] {
  const missing = (from: Entries, other: Entries) => [...from].filter(([key]) => !other.has(key));
  return [
    ...missing(before, after).map(([, value]): FieldChange => ({ field, kind: 'removed', value })),
    ...missing(after, before).map(([, value]): FieldChange => ({ field, kind: 'added', value })),
  ];
}

/** By a key that case and spelling don't change; the order of a list says nothing. */
type Entries = ReadonlyMap<string, string>;

export function entriesOf(draft: ConnectorDraft, field: ListField): Entries {
  if (!counts(draft, field)) return new Map();
  return new Map(
    draft[field].map((entry) => {
      const read = parseEntry[field](entry);
      const spelling = read.ok ? read.value : entry;
      return [spelling.toLowerCase(), spelling];
    }),
  );
}
