import { expect, it, test } from 'vitest';
import { MICROSOFT_RANGES, MICROSOFT_SPANS } from '@/lib/mailflow/firewall/microsoft-ranges';
import { RANGES_FORMS, rangeFiles, readRangesForm } from './range-files';

const shown = (lines: ReturnType<typeof rangeFiles>[number]['lines']) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

it.each(RANGES_FORMS)('%s: what is seen is what is copied, and holds every range', (form) => {
  const files = rangeFiles(form, MICROSOFT_SPANS);
  for (const { lines, text } of files) expect(shown(lines)).toBe(text.trimEnd());
  for (const range of MICROSOFT_RANGES.ranges) expect(files[0]?.text).toContain(range);
});

it('colours what an admin looks for', () => {
  const [sets, rules] = rangeFiles('nftables', MICROSOFT_SPANS);
  expect(sets?.lines[0]?.[0]).toEqual({ kind: 'cmdlet', text: 'add set' });
  expect(sets?.lines.flat()).toContainEqual({ kind: 'number', text: '2a01:111:f400::/48' });
  expect(rules?.lines.flat()).toContainEqual({ kind: 'variable', text: '@microsoft365_smtp_ipv4' });
});

it('saves PowerShell as Windows reads it', () => {
  expect(rangeFiles('windows', MICROSOFT_SPANS)[0]?.saved).toMatch(/^\ufeff.*\r\n/);
});

test('without addresses there is no file, and an address that asks for no form has the list', () => {
  expect(rangeFiles('nftables', [])).toEqual([]);
  expect(readRangesForm({ form: 'windows' })).toBe('windows');
  expect(readRangesForm({ form: 'pf' })).toBe('list');
});
