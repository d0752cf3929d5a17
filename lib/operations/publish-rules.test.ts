import { expect, test } from 'vitest';
import { contoso, fromFabrikam } from '../data/connector-for-tests';
import type { Connector } from '../mailflow/connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import { type EvidenceRun, evidenceFor, type FinishedRun } from './publish-rules';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));
const run = (given: Partial<FinishedRun> = {}): FinishedRun => ({
  id: 'r1',
  fingerprint: fingerprintOf(contoso),
  requestedAt: at(0),
  state: 'finished',
  outcome: 'passed',
  finishedAt: at(1),
  ...given,
});
const passed = run();
const failed = run({ id: 'failed', outcome: 'failed' });
const again = run({ id: 'again', finishedAt: at(2) });
const failedSince = run({ id: 'since', outcome: 'failed', finishedAt: at(2) });
const vagueSince = run({ id: 'vague', outcome: 'inconclusive', finishedAt: at(2) });
const inconclusive = run({ id: 'inconclusive', outcome: 'inconclusive' });
const other = run({ id: 'other', fingerprint: 'other settings' });
const { outcome: _, finishedAt: __, ...open } = run({ id: 'open', state: 'running' });
const cancelled: EvidenceRun = { ...open, state: 'cancelled', finishedAt: at(1) };
const off: Connector = { ...contoso, enabled: false };
/** What no validation tests. */
const renamed: Connector = { ...contoso, name: 'Renamed', description: 'Other', testMode: true };

type Given = Parameters<typeof evidenceFor>[1];
const CASES: readonly (readonly [string, Connector, Given, ReturnType<typeof evidenceFor>])[] = [
  ['a passed validation of these settings', contoso, { runs: [passed] }, { run: passed }],
  ['… of what is only named otherwise', renamed, { runs: [passed] }, { run: passed }],
  ['the one of two that counts', contoso, { runs: [other, passed] }, { run: passed }],
  ['what passed after it failed', contoso, { runs: [failed, again] }, { run: again }],
  ['what has failed since it passed', contoso, { runs: [passed, failedSince] }, undefined],
  ['what proved nothing since it passed', contoso, { runs: [vagueSince, passed] }, { run: passed }],
  ['no validation at all', contoso, { runs: [undefined, undefined] }, undefined],
  ['a validation of other settings', contoso, { runs: [other] }, undefined],
  ['a validation that failed', contoso, { runs: [failed] }, undefined],
  ['a validation that proved nothing', contoso, { runs: [inconclusive] }, undefined],
  ['a validation that still runs', contoso, { runs: [open] }, undefined],
  ['a validation that was taken back', contoso, { runs: [cancelled] }, undefined],
  ['a reason alone', contoso, { runs: [], reason: ' Only today ' }, { reason: 'Only today' }],
  ['a reason of blanks', contoso, { runs: [], reason: ' \n' }, undefined],
  ['a reason beside a failure', contoso, { runs: [failed], reason: 'R' }, { reason: 'R', run: failed }],
  ['a reason that is not needed', contoso, { runs: [passed], reason: 'R' }, { run: passed }],
  ['nothing, for settings that are off', off, { runs: [] }, {}],
  ['a failure, for settings that are off', off, { runs: [failed] }, { run: failed }],
  ['a reason, for settings that are off', off, { runs: [], reason: 'R' }, { reason: 'R' }],
  ['nothing, for mail that comes in', fromFabrikam, { runs: [run({ fingerprint: '' })] }, {}],
  ['an old pass, where none older counts', contoso, { runs: [passed], notBefore: at(5) }, undefined],
  ['a new pass, where none older counts', contoso, { runs: [passed], notBefore: at(0) }, { run: passed }],
  [
    'a reason, where no old pass counts',
    contoso,
    { runs: [passed], notBefore: at(5), reason: 'R' },
    { reason: 'R' },
  ],
];

test.each(CASES)('A publish can rest on, or not: %s', (_, connector, given, expected) => {
  expect(evidenceFor(connector, given)).toEqual(expected);
});
