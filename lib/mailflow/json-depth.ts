// How deep a JSON value goes. Looks without recursion, since what it is asked about may be made to exhaust a stack.

/** As deep as ConvertTo-Json writes at most. */
export const JSON_DEPTH_MAX = 100;

/** True where something lies deeper than JSON_DEPTH_MAX, or in itself. */
export function isTooDeep(value: unknown): boolean {
  let level = new Set<object>(isHolder(value) ? [value] : []);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > JSON_DEPTH_MAX) return true;
    const below = new Set<object>();
    for (const holder of level) for (const held of Object.values(holder)) if (isHolder(held)) below.add(held);
    level = below;
  }
  return false;
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
