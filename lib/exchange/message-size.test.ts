import { expect, test } from 'vitest';
import { sizeInBytes } from './message-size';

test.each<[unknown, number | undefined]>([
  ['1 MB (1,048,576 bytes)', 1_048_576],
  ['1.5 KB (1,536 bytes)', 1_536],
  ['953.7 MB (1.000.000.000 byte)', 1_000_000_000],
  ['953,7 Mo (1 000 000 000 octets)', 1_000_000_000],
  ['10240', 10_240],
  ['150MB', 157_286_400],
  ['0.5 kb', 512],
  [2_048, 2_048],
  ['0.3 KB', undefined],
  ['large', undefined],
  ['', undefined],
  [-1, undefined],
  [null, undefined],
])('%j is %s bytes', (value, bytes) => expect(sizeInBytes(value)).toBe(bytes));
