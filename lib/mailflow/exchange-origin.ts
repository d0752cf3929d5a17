// What a record of Exchange says beyond what the console knows, kept word for word so that nothing is lost on its way
// through here. Means nothing to routes.

/** Any value of JSON. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | Readonly<{
      [key: string]: Json;
    }>;

/**
 * One property of the record. `instead` is what the console would have written there when the record was read: while it
 * still would, `value` stands, and once somebody changed the setting, theirs does. Without `instead` the console never
 * writes the property and `value` always stands.
 */
export type KeptSetting = Readonly<{ name: string; value: Json; instead?: Json }>;

/** `guid` is the object's in the tenant that it was read from, in lower case. Sorted by name, each name once. */
export type ExchangeOrigin = Readonly<{ guid?: string; kept: readonly KeptSetting[] }>;

/** What Exchange notes about an object by itself and nobody sets: it means nothing to the object's working. */
const NOTED = new Set([
  ...['Identity', 'Id', 'DistinguishedName', 'ExchangeObjectId', 'ObjectGuid', 'ImmutableId'],
  ...['OrganizationId', 'OrganizationalUnitRoot', 'OriginatingServer', 'ExchangeVersion', 'AdminDisplayName'],
  ...['ObjectCategory', 'ObjectClass', 'ObjectState', 'IsValid', 'IsValidated', 'LastValidationTimestamp'],
  ...['WhenChanged', 'WhenChangedUTC', 'WhenCreated', 'WhenCreatedUTC', 'ConnectorSource'],
  // of a transport rule: who wrote it, and what it asks once more in words
  ...['CreatedBy', 'LastModifiedBy', 'ManuallyModified', 'RuleVersion', 'Size', 'RegexSize'],
  ...['Description', 'Conditions', 'Exceptions', 'Actions'],
]);

/** Of JSON text; the longest record known has less than a tenth. */
const ORIGIN_LENGTH_MAX = 100_000;
export const SETTING_NAME_MAX = 256;

/** True for as much as a draft and a set-up file may hold. */
export const isBounded = (origin: ExchangeOrigin): boolean =>
  origin.kept.every(({ name }) => name.length <= SETTING_NAME_MAX) &&
  JSON.stringify(origin).length <= ORIGIN_LENGTH_MAX;

/** Those of the kept settings that somebody may have chosen; what is empty there and here was not. */
export const chosenSettings = (origin: ExchangeOrigin | undefined): readonly KeptSetting[] =>
  (origin?.kept ?? []).filter(
    ({ name, value, instead }) => !NOTED.has(name) && (instead !== undefined || !isEmpty(value)),
  );

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** A setting's value for people: an empty one is told from none by its quotes. */
export function settingText(value: Json): string {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.join(', ');
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** For another object with the same settings: what somebody chose, and not which object it was. */
export const copiedOrigin = (origin: ExchangeOrigin | null): ExchangeOrigin | null => {
  const kept = chosenSettings(origin ?? undefined);
  return kept.length === 0 ? null : { kept };
};
