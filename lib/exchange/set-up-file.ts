// A whole set-up as one JSON text, out and in. Reading drops nothing: what is wrong with any part of it, is told with the
// place where it stands, and then there is no set-up.
import { acceptedDomain } from '../mailflow/accepted-domain-plan';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { reviewDraft } from '../mailflow/connector-rules';
import { fromConnector, toConnector } from '../mailflow/draft-to-connector';
import { type Finding, type Parsed, parsed, refused } from '../mailflow/finding';
import { parseHostName } from '../mailflow/host-name';
import type { KeptConnector, KeptRule, MailSetup } from '../mailflow/mail-setup';
import { fromRule, reviewRule, toRule } from '../mailflow/transport-rule-draft';
import { type SetUpFile, setUpFileShape } from './set-up-file-shape';

/** `path` is where it stands: `connectors[2].smartHosts`. `shape` is what is wrong with the JSON itself. */
export type SetUpProblem = Readonly<{ path: string }> &
  (Readonly<{ finding: Finding }> | Readonly<{ shape: string }>);

export type ReadSetUp =
  | Readonly<{ ok: true; setup: MailSetup }>
  | Readonly<{ ok: false; problems: readonly SetUpProblem[] }>;

type Entry<T> = T | SetUpProblem[];
const isWrong = <T>(entry: Entry<T>): entry is SetUpProblem[] => Array.isArray(entry);

/** A set-up out of JSON text, with or without a byte order mark. Ids are the names. */
export function readSetUpFile(text: string): ReadSetUp {
  const json = parseJson(text);
  if (!json.ok) return { ok: false, problems: [{ path: '', finding: json.finding }] };
  const read = setUpFileShape.safeParse(json.value);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({ path: spell(path), shape: message }));
    return { ok: false, problems };
  }
  const { acceptedDomains, connectors, transportRules } = read.data;
  const lists = {
    acceptedDomains: acceptedDomains.map(readDomain),
    connectors: connectors.map(readOneConnector),
    transportRules: transportRules.map(readRule),
  };
  const problems = [
    ...Object.values(lists).flatMap((list: Entry<unknown>[]) => list.filter(isWrong).flat()),
    ...repeated(
      'acceptedDomains',
      'domain',
      acceptedDomains.map(({ domain }) => domain),
    ),
    ...repeated(
      'connectors',
      'name',
      connectors.map(({ name }) => name),
    ),
    ...repeated(
      'transportRules',
      'name',
      transportRules.map(({ name }) => name),
    ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    setup: {
      acceptedDomains: lists.acceptedDomains.flatMap((entry) => (isWrong(entry) ? [] : [entry])),
      connectors: lists.connectors.flatMap((entry) => (isWrong(entry) ? [] : [entry])),
      transportRules: lists.transportRules.flatMap((entry) => (isWrong(entry) ? [] : [entry])),
    },
  };
}

function parseJson(text: string): Parsed<unknown> {
  try {
    return parsed(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return refused('setUpFile.json');
  }
}

/** `['connectors', 2, 'name']` → `connectors[2].name`. */
const spell = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((before, key) => {
    if (typeof key === 'number') return `${before}[${key}]`;
    return before === '' ? String(key) : `${before}.${String(key)}`;
  }, '');

const at = (list: keyof SetUpFile, index: number, { field = '', ...finding }: Finding): SetUpProblem => ({
  path: spell([list, index, ...field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))]),
  finding,
});

function readDomain({ domain, exchange, ...said }: SetUpFile['acceptedDomains'][number], index: number) {
  const read = parseHostName(domain);
  if (!read.ok) return [at('acceptedDomains', index, { ...read.finding, field: 'domain' })];
  if (said.matchSubDomains && said.type === 'authoritative') {
    const params = { value: read.value };
    const finding = { code: 'acceptedDomain.subDomainsNeedRelay', severity: 'error', params } as const;
    return [at('acceptedDomains', index, { ...finding, field: 'matchSubDomains' })];
  }
  return { ...acceptedDomain({ ...said, domain: read.value }, said), ...(exchange && { exchange }) };
}

/** The wizard asks for a mailbox because it validates; a file doesn't. */
const UNASKED: ReadonlySet<string> = new Set(['validationRecipients.required']);

function readOneConnector(
  { validation, ...given }: SetUpFile['connectors'][number],
  index: number,
): Entry<KeptConnector> {
  // JSON has no undefined.
  const draft = { ...emptyDraft(), ...(given as Partial<ConnectorDraft>) };
  const errors = reviewDraft(draft).filter(
    ({ severity, code }) => severity === 'error' && !UNASKED.has(code),
  );
  // What was imported is what the tenant has, right or wrong.
  const connector = errors.length === 0 || draft.exchange ? toConnector(draft) : undefined;
  if (!connector) return errors.map((finding) => at('connectors', index, finding));
  return { id: connector.name, connector, health: validation };
}

function readRule(
  { connector, priority, ...given }: SetUpFile['transportRules'][number],
  index: number,
): Entry<KeptRule> {
  const reference = { by: 'name', name: connector } as const;
  const place = priority ?? index;
  // The form's own reader holds it against the same rules as what is typed there.
  const draft = {
    ...fromRule({ ...given, priority: place, connector: reference } as KeptRule['rule']),
    connectorId: connector,
  };
  const errors = reviewRule(draft);
  if (errors.length > 0) return errors.map((finding) => at('transportRules', index, finding));
  const rule = toRule(draft);
  const kept = given.exchange && { exchange: given.exchange };
  return { id: rule.name, rule: { ...rule, priority: place, connector: reference, ...kept } };
}

function repeated(list: keyof SetUpFile, field: string, names: readonly string[]): SetUpProblem[] {
  const seen = new Set<string>();
  return names.flatMap((value, index) => {
    const key = value.trim().toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    if (isNew) return [];
    return [at(list, index, { code: 'list.duplicate', severity: 'error', field, params: { value } })];
  });
}

/** The text that readSetUpFile() turns back into the same set-up, with names in the place of ids. */
export function writeSetUpFile(setup: MailSetup): string {
  const names = new Map(setup.connectors.map(({ id, connector }) => [id, connector.name]));
  const file: SetUpFile = {
    acceptedDomains: setup.acceptedDomains.map((domain) => ({ matchSubDomains: false, ...domain })),
    transportRules: [...setup.transportRules]
      .sort((a, b) => a.rule.priority - b.rule.priority)
      .map(({ rule: { connector, ...rule } }) => ({
        ...(structuredClone(rule) as Omit<SetUpFile['transportRules'][number], 'connector'>),
        // A connector that is gone has no name any more; its id leads to none either.
        connector: connector.by === 'name' ? connector.name : (names.get(connector.id) ?? connector.id),
      })),
    connectors: setup.connectors.map(({ connector, health }) => ({
      ...(fromConnector(connector) as Omit<SetUpFile['connectors'][number], 'validation'>),
      validation: health,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
