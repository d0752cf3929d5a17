// A size as Exchange prints and takes it: `10 MB`, `1.5 MB (1,572,864 bytes)`, in the digits of any language, or bytes alone.

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};

/** Bytes, or undefined where the value is no size, or none in whole bytes. @see ByteQuantifiedSize */
export function sizeInBytes(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  // The bytes in brackets are exact; the number before them is rounded.
  const bytes = /\((\d[\d.,' \u00a0\u202f’]*) \p{L}+\)\s*$/u.exec(value)?.[1]?.replace(/\D/g, '');
  const [, number = '', unit = 'B'] = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?B)?\s*$/i.exec(value) ?? [];
  const size =
    bytes === undefined ? Number(number || NaN) * (UNITS[unit.toUpperCase()] ?? NaN) : Number(bytes);
  return Number.isSafeInteger(size) ? size : undefined;
}
