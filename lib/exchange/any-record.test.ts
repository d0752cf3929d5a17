import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../mailflow/exchange-origin';
import { readConnectorRecord, recordOf } from './connector-record';
import { readExchangeFile } from './read-exchange-file';
import { INBOUND, OUTBOUND } from './records-for-tests';
import { writeSetUpFile } from './set-up-file';

/** Sound values, odd ones, and some of no sense at all. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json[]>(true, false, null, '', 'True', [], 0, 1, 2, 4, '2') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Json[]>(
      'contoso.com',
      '*',
      '*.contoso.com',
      '<I>CN=CA<S>CN=a.com',
      '192.0.2.0/24',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Json[]>(
      ['smtp:*;1'],
      ['smtp:a.com;5', 'B.com'],
      ['192.0.2.1'],
      ['10.0.0.0/8', '::1'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json[]>('OnPremises', 'Partner', 'DomainValidation', 'None', 'a@b.com'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Json[]>({ value: ['a.com'], Count: 1 }, { value: 2, Value: 'Partner' }),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }).map((text): Json => JSON.parse(text)) },
);

/** A record in which some properties say something else, or nothing. */
const record = fc.constantFrom<Record<string, Json>[]>(OUTBOUND, INBOUND).chain((model) =>
  fc
    .tuple(
      fc
        .subarray(Object.keys(model), { maxLength: 8 })
        .chain((names) => fc.tuple(...names.map((name) => odd.map((value) => [name, value] as const)))),
      fc.subarray(Object.keys(model), { maxLength: 4 }),
    )
    .map(([changed, left]) => ({
      direction: model === OUTBOUND ? ('outbound' as const) : ('inbound' as const),
      fields: Object.fromEntries(
        Object.entries({ ...model, ...Object.fromEntries(changed) }).filter(([name]) => !left.includes(name)),
      ),
    })),
);

it('any record, however odd, is read or refused with a reason; what was read is written so that it reads the same', () => {
  let taken = 0;
  fc.assert(
    fc.property(record, ({ fields, direction }) => {
      const one = readConnectorRecord(fields, 1, direction);
      if (!one.ok) {
        expect(one.notes[0].severity).toBe('error');
        return;
      }
      taken += 1;
      const again = readConnectorRecord(recordOf(one.value), 1, direction);
      expect(again.ok && again.value).toEqual(one.value);
      const kept = { id: '1', connector: one.value, health: 'never' } as const;
      const file = readExchangeFile(
        writeSetUpFile({ acceptedDomains: [], transportRules: [], connectors: [kept] }),
      );
      const [mine] = file.ok ? file.file.connectors : [];
      expect(mine?.ok && mine.value).toEqual(one.value);
    }),
    { numRuns: 200 },
  );
  expect(taken).toBeGreaterThan(50);
});
