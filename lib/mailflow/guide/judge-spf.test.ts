import { expect, test } from 'vitest';
import type { CheckedDomain } from './domain-facts';
import { SERVFAIL, SILENT, spfOf, there, told } from './facts-for-tests';
import { judgeSpf } from './judge-spf';

const CLOUD = { 'spf.protection.outlook.com': 'v=spf1 ip4:40.92.0.0/15 -all' };
/** As many includes as said, each there and empty. */
const parts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}.test`, 'v=spf1 -all']));
const includes = (count: number): string =>
  Object.keys(parts(count))
    .map((name) => `include:${name}`)
    .join(' ');
const WITH_CLOUD = 'include:spf.protection.outlook.com';

test.each<[string, CheckedDomain | undefined, string]>([
  ['nobody has looked', undefined, 'toDo: i notChecked; checkNow'],
  [
    'one record with the cloud in it',
    spfOf({ 'contoso.com': `v=spf1 ip4:192.0.2.1 ${WITH_CLOUD} -all`, ...CLOUD }),
    'done: spfFound, spfLookUps, spfEnding',
  ],
  ['none', spfOf({ 'contoso.com': [] }), 'failing: !spfNone; publishSpf'],
  ['two', spfOf({ 'contoso.com': ['v=spf1 -all', 'v=spf1 ~all'] }), 'failing: !spfSeveral; oneSpf'],
  [
    'the cloud is missing',
    spfOf({ 'contoso.com': 'v=spf1 mx -all' }),
    'failing: spfFound, !spfCloudMissing, spfLookUps, spfEnding; includeCloud',
  ],
  [
    'the cloud stands behind an include',
    spfOf({
      'contoso.com': 'v=spf1 include:all.test ~all',
      'all.test': `v=spf1 ${WITH_CLOUD} -all`,
      ...CLOUD,
    }),
    'done: spfFound, spfLookUps, spfEnding',
  ],
  [
    'a redirect decides, ending included',
    spfOf({ 'contoso.com': 'v=spf1 redirect=all.test', 'all.test': `v=spf1 ${WITH_CLOUD} ?all`, ...CLOUD }),
    'warning: spfFound, spfLookUps, ~spfNeutral; closeSpf',
  ],
  [
    'what stands behind all, and a redirect beside it, count for nothing',
    spfOf({ 'contoso.com': `v=spf1 -all ${WITH_CLOUD} redirect=all.test` }),
    'failing: spfFound, !spfCloudMissing, spfLookUps, spfEnding; includeCloud',
  ],
  [
    'everybody may send',
    spfOf({ 'contoso.com': `v=spf1 ${WITH_CLOUD} all`, ...CLOUD }),
    'failing: spfFound, spfLookUps, !spfOpen; closeSpf',
  ],
  [
    'no ending',
    spfOf({ 'contoso.com': `v=spf1 ${WITH_CLOUD}`, ...CLOUD }),
    'warning: spfFound, spfLookUps, ~spfNoEnding; closeSpf',
  ],
  [
    'ten look-ups',
    spfOf({ 'contoso.com': `v=spf1 ${includes(9)} ${WITH_CLOUD} -all`, ...parts(9), ...CLOUD }),
    'warning: spfFound, ~spfLookUps, spfEnding; fewerLookUps',
  ],
  [
    'eleven',
    spfOf({ 'contoso.com': `v=spf1 a mx ${includes(8)} ${WITH_CLOUD} -all`, ...parts(8), ...CLOUD }),
    'failing: spfFound, !spfTooManyLookUps, spfEnding; fewerLookUps',
  ],
  [
    'an include leads back to itself',
    spfOf({
      'contoso.com': `v=spf1 ${WITH_CLOUD} include:b.test -all`,
      'b.test': 'v=spf1 include:contoso.com',
      ...CLOUD,
    }),
    'failing: spfFound, !spfLoop, spfEnding; fixSpf',
  ],
  [
    'an included domain has no SPF',
    spfOf({ 'contoso.com': `v=spf1 ${WITH_CLOUD} include:gone.test -all`, 'gone.test': [], ...CLOUD }),
    'failing: spfFound, spfLookUps, !spfPartMissing, spfEnding; fixSpf',
  ],
  [
    'a term that is none',
    spfOf({ 'contoso.com': `v=spf1 ipv4:192.0.2.1 ${WITH_CLOUD} -all`, ...CLOUD }),
    'failing: spfFound, !spfSyntax, spfLookUps, spfEnding; fixSpf',
  ],
  ['silence', spfOf({ 'contoso.com': SILENT }), 'couldNotCheck: ?dnsTimeout; checkLater'],
  [
    'SERVFAIL at an include, which may be the one with the cloud',
    spfOf({ 'contoso.com': 'v=spf1 include:b.test -all', 'b.test': SERVFAIL }),
    'couldNotCheck: spfFound, ?spfCloudUnknown, spfLookUps, ?dnsFailed, spfEnding; includeCloud checkLater',
  ],
  [
    'a record that nobody reads to its end',
    spfOf({ 'contoso.com': there({ records: ['v=spf1 ip4:192.0.2.1'], cut: true }) }),
    'couldNotCheck: spfFound, ?spfTooLong',
  ],
  [
    'macros, which only a sender’s address makes known',
    spfOf({ 'contoso.com': `v=spf1 exists:%{i}._spf.test ${WITH_CLOUD} -all`, ...CLOUD }),
    'done: spfFound, spfLookUps, spfEnding',
  ],
])('%s', (_, at, expected) => expect(told(judgeSpf('contoso.com', at))).toBe(expected));
