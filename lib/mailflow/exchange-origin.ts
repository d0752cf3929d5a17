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
