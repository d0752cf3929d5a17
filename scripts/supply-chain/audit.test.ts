import { expect, test } from 'vitest';
import { judgeAudit, NOT_CHECKED } from './audit';

const report = (...found: readonly (readonly [string, string])[]): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      found.map(([name, severity]) => [name, { name, severity, range: '<2', fixAvailable: true }]),
    ),
  });

test.each([
  ['nothing', report(), 0, 'No weakness'],
  ['a mild one', report(['a', 'low']), 0, 'low: a <2, a version without it is there'],
  ['two', report(['a', 'low'], ['b', 'critical']), 1, 'critical: b'],
  ['a moderate one', report(['a', 'moderate']), 1, 'moderate: a'],
  ['one of a severity that nobody knows', report(['a', 'dreadful']), 1, 'dreadful: a'],
])('The registry knows of %s', (_, text, code, first) => {
  const audit = judgeAudit(text);
  expect([audit.code, audit.lines[0]]).toEqual([code, expect.stringContaining(first)]);
});

test.each([
  ['refuses the question', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 })],
  ['is not there', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'no such host' } })],
  ['says nothing', ''],
  ['answers with a page', '<html>'],
  ['answers null', 'null'],
])('A registry that %s leaves nothing checked, and that is told', (_, text) => {
  const audit = judgeAudit(text);
  expect([audit.code, audit.lines[0]]).toEqual([NOT_CHECKED, expect.stringMatching(/^NOT CHECKED/)]);
});
