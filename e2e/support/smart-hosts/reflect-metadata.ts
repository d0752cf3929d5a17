// The four functions of the reflect-metadata proposal that @peculiar/x509's injector asks for at import.
// Enough for that, and for nothing else.

const metadata = new WeakMap<object, Map<unknown, unknown>>();

const shim = {
  defineMetadata(key: unknown, value: unknown, target: object): void {
    const own = metadata.get(target) ?? new Map<unknown, unknown>();
    metadata.set(target, own.set(key, value));
  },
  getOwnMetadata: (key: unknown, target: object): unknown => metadata.get(target)?.get(key),
  getMetadata(key: unknown, target: object): unknown {
    for (let next: object | null = target; next; next = Object.getPrototypeOf(next))
      if (metadata.get(next)?.has(key)) return metadata.get(next)?.get(key);
    return undefined;
  },
  metadata: (key: unknown, value: unknown) => (target: object) => shim.defineMetadata(key, value, target),
};

if (!('getMetadata' in Reflect)) Object.assign(Reflect, shim);
