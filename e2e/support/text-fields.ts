// Every text field of every action, read off the sample requests, so that a new field or action is among them without a word.
import type { CrowdedConsole } from './crowded-console';
import { SAMPLE_ACTIONS } from './sample-requests';

/** One text of an action's input; `path` is where: `draft.smartHosts.0`. */
export type TextField = Readonly<{ action: string; path: string; input: (text: string) => unknown }>;

/** Of all actions but sign-out, which takes nothing and ends the session that asks. */
export const textFields = (there: CrowdedConsole): TextField[] =>
  Object.entries(SAMPLE_ACTIONS)
    .filter(([action]) => action !== '/sign-out#signOutAction')
    .flatMap(([action, sample]) =>
      leaves(sample(there)).map(({ path, put }) => ({ action, path: path.join('.'), input: put })),
    );

type Leaf = Readonly<{ path: readonly string[]; put: (text: string) => unknown }>;

/** Texts, and an empty list's first entry. */
function leaves(value: unknown): Leaf[] {
  if (typeof value === 'string') return [{ path: [], put: (text) => text }];
  if (Array.isArray(value))
    return value.length === 0
      ? [{ path: ['0'], put: (text) => [text] }]
      : within(
          value.map((one, at) => [String(at), one]),
          (at, changed) => value.with(Number(at), changed),
        );
  if (typeof value !== 'object' || value === null) return [];
  return within(Object.entries(value), (key, changed) => ({ ...value, [key]: changed }));
}

const within = (
  entries: readonly (readonly [string, unknown])[],
  changed: (key: string, held: unknown) => unknown,
): Leaf[] =>
  entries.flatMap(([key, held]) =>
    leaves(held).map(({ path, put }) => ({
      path: [key, ...path],
      put: (text: string) => changed(key, put(text)),
    })),
  );
