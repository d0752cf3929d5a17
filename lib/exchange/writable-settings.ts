// A record's properties as the parameters of a cmdlet: those that it has, with values that PowerShell can write.
import type { Json } from '../mailflow/exchange-origin';
import { CMDLET_PARAMETERS, type KnownCmdlet, LATER_DEFAULTS } from './cmdlet-parameters';
import type { Parameters, ParameterValue } from './connector-parameters';
import { type RecordFields, sameValue } from './kept-settings';

/** `leftOut` are parameters that the cmdlet has, and whose value in the record is nothing that a script could say. */
export type WritableSettings = Readonly<{ parameters: Parameters; leftOut: readonly string[] }>;

/** All settings of a new object. What is empty is left out: the service's default is no value, too. */
export function newSettings(cmdlet: KnownCmdlet, record: RecordFields): WritableSettings {
  return writable(
    cmdlet,
    record,
    (name, value) => !isEmpty(value) && LATER_DEFAULTS[name] !== value && !isUnasked(cmdlet, name, value),
  );
}

/** The settings that differ, as `after` has them; $null empties a list. What `before` does not have counts as different. */
export function changedSettings(
  cmdlet: KnownCmdlet,
  before: RecordFields,
  after: RecordFields,
): WritableSettings {
  return writable(cmdlet, after, (name, value) => !sameValue(name, before[name] ?? null, value));
}

function writable(
  cmdlet: KnownCmdlet,
  record: RecordFields,
  isWanted: (name: string, value: Json) => boolean,
): WritableSettings {
  const known: readonly string[] = CMDLET_PARAMETERS[cmdlet];
  const wanted = Object.entries(record).filter(
    ([name, value]) => known.includes(name) && isWanted(name, value),
  );
  return {
    parameters: Object.fromEntries(
      wanted.flatMap(([name, value]) =>
        isWritable(value) ? [[name, isEmpty(value) ? emptied(value) : value]] : [],
      ),
    ),
    leftOut: wanted.flatMap(([name, value]) => (isWritable(value) ? [] : [name])),
  };
}

/** A rule's record says of every predicate and action that it is not there. */
const isUnasked = (cmdlet: KnownCmdlet, name: string, value: Json): boolean =>
  cmdlet === 'New-TransportRule' && value === false && !['Enabled', 'StopRuleProcessing'].includes(name);

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** An empty text stays one; lists and names are emptied by $null. */
const emptied = (value: Json): ParameterValue => (value === '' ? '' : null);

const isWritable = (value: Json): value is Extract<ParameterValue, Json> =>
  (typeof value !== 'object' && !/^\/Date\(/.test(String(value))) ||
  value === null ||
  (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
