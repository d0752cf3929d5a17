// A set-up for another console: a set-up file without what is true here alone, and in one order. A console that takes it over
// and nothing else writes the same bytes again, whatever database either of them has.
import type { Json } from '../mailflow/exchange-origin';
import type { MailSetup } from '../mailflow/mail-setup';
import { writeSetUpFile } from './set-up-file';
import { type SetUpFile, setUpFileShape } from './set-up-file-shape';

/**
 * Left out are results of validations, which another console has to find for itself, and the numbers of the rules' places,
 * of which only the order counts. What is kept for Exchange goes along, with GUIDs.
 */
export function writeTransferFile(setup: MailSetup): string {
  // The shape puts the fields of every object in its own order.
  const file: SetUpFile = setUpFileShape.parse(JSON.parse(writeSetUpFile(setup)));
  const transferred = {
    acceptedDomains: sorted(file.acceptedDomains, ({ domain }) => domain),
    transportRules: file.transportRules.map(({ priority: _, ...rule }) => rule),
    connectors: sorted(file.connectors, ({ name }) => name).map(
      ({ validation: _, ...connector }) => connector,
    ),
  };
  return `${JSON.stringify(transferred, (key, value) => (OF_ANY_SHAPE.has(key) ? inOneOrder(value) : value), 2)}\n`;
}

/** A kept setting's values, and what a condition that only Exchange can judge asks for. */
const OF_ANY_SHAPE: ReadonlySet<string> = new Set(['value', 'instead']);

/** PostgreSQL gives the fields of an object back in an order of its own. */
function inOneOrder(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(inOneOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    sorted(entries, ([name]) => name).map(([name, inner]) => [name, inOneOrder(inner)]),
  );
}

/** By characters, as every machine has it. */
const sorted = <T>(list: readonly T[], key: (entry: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
