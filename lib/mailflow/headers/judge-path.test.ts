import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setup } from '../setup-for-tests';
import { intoCloud, MESSAGE, OUT_OF_CLOUD } from './corpus-for-tests/sample-for-tests';
import { PATH_REASONS } from './path-judgement';
import { ACCEPTED, byAddress, HYBRID, judgeRow, toOwn } from './path-row-for-tests';
import { INTO } from './paths-into-for-tests';
import { leaving, OTHERWISE, OUT_OF } from './paths-out-of-for-tests';

describe.each([
  ['into Office 365', INTO],
  ['out of Office 365', OUT_OF],
  ['otherwise', OTHERWISE],
] as const)('%s', (_, rows) => {
  test.each(rows)('$name', (row) => {
    const { direction, verdict, legs } = judgeRow(row);
    expect([direction, verdict, ...legs.flatMap(({ reasons }) => reasons.map(({ code }) => code))]).toEqual(
      row.says,
    );
  });
});

test('every reason is given by a row', () => {
  const given = new Set([...INTO, ...OUT_OF, ...OTHERWISE].flatMap(({ says }) => says.slice(2)));
  expect(Object.keys(PATH_REASONS).filter((code) => !given.has(code))).toEqual([]);
});

test('what only the sender wrote changes no judgement', () => {
  const foreign = `Received: from evil (unknown [198.51.100.66]) by mail.contoso.com (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:15:08 +0000`;
  const forged = [
    ...[
      HYBRID,
      OUT_OF_CLOUD,
      intoCloud('mail.contoso.com (203.0.113.25)'),
      leaving('mail.contoso.com'),
      MESSAGE,
    ],
    `Received: from x by y.prod.outlook.com; Tue, 10 Mar 2026 09:15:00 +0000`,
  ];
  const set = setup([byAddress, toOwn], ACCEPTED);
  fc.assert(
    fc.property(fc.shuffledSubarray(forged), (below) => {
      const judgement = judgeRow({ text: [foreign, ...below].join('\n'), set });
      expect(judgement).toMatchObject({ direction: 'elsewhere', verdict: 'cannotTell' });
    }),
    { numRuns: 100 },
  );
});
