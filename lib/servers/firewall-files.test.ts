import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandsIn } from '../exchange/powershell-for-tests';
import { scriptText } from '../exchange/script';
import { formatSpan } from '../mailflow/firewall/address-span';
import { MICROSOFT_RANGES, MICROSOFT_SPANS } from '../mailflow/firewall/microsoft-ranges';
import { readFirewallRules, spansOf } from '../mailflow/firewall/read-rules';
import { cidrsOf } from '../mailflow/firewall/span-sets';
import { nftablesRules, nftablesSets } from './nftables';
import { type RealPrograms, realPrograms } from './real-programs-for-tests';
import { windowsFirewallRule } from './windows-firewall';

const windows = (ranges: string): string =>
  scriptText({ lines: windowsFirewallRule(spansOf(readFirewallRules(ranges))) });

const work = mkdtempSync(join(tmpdir(), 'mailspan-firewall-'));
afterAll(() => rmSync(work, { recursive: true }));

const programs = realPrograms(['nftables', 'libnftables1', 'libnftnl11'], work, '');
const chain = 'add table inet filter\nadd chain inet filter input { type filter hook input priority 0; }\n';
const nft = (text: string): string => {
  const { folder, run } = programs as RealPrograms;
  writeFileSync(join(work, 'rules.nft'), text);
  const { code, text: said } = run(join(folder('nftables'), 'usr/sbin/nft'), [
    '-c',
    '-f',
    join(work, 'rules.nft'),
  ]);
  return `${code} ${said}`.trim();
};
/** It reads rules only where it may ask the kernel. */
const why =
  'why' in programs ? programs.why : nft(chain) === '0' ? undefined : 'nft may not ask this machine’s kernel';
if (why !== undefined) process.stderr.write(`Skipped: nftables read by the real nft. ${why}.\n`);

describe.skipIf(why !== undefined)('The real nft', () => {
  test('takes sets and rules, twice over', () => {
    const sets = nftablesSets(MICROSOFT_SPANS);
    expect(nft(`${chain}${sets}${nftablesRules(MICROSOFT_SPANS)}${sets}`)).toBe('0');
  });

  test('takes a firewall of one family alone', () => {
    const ipv4 = { family: 'ip', table: 'filter', chain: 'INPUT' } as const;
    const text = `${nftablesSets(MICROSOFT_SPANS, ipv4)}${nftablesRules(MICROSOFT_SPANS, ipv4)}`;
    expect(nft(`add table ip filter\nadd chain ip filter INPUT\n${text}`)).toBe('0');
    expect(text).not.toContain('ip6');
  });

  test('would say where something is wrong', () => {
    expect(nft(`${chain}${nftablesSets(MICROSOFT_SPANS).replace('/15', '/55')}`)).not.toBe('0');
  });
});

test.each([
  ['nftables', nftablesSets(MICROSOFT_SPANS)],
  ['PowerShell', windows(MICROSOFT_RANGES.ranges.join(' '))],
])('what is written for %s reads as the same addresses', (_, text) => {
  expect(cidrsOf(spansOf(readFirewallRules(text)))).toEqual(MICROSOFT_SPANS.map(formatSpan));
});

test('nothing but a name is taken for a name', () => {
  const bad = { family: 'inet', table: 'filter; flush ruleset', chain: 'input' } as const;
  expect(() => nftablesSets(MICROSOFT_SPANS, bad)).toThrow('no such name');
});

test('Windows Firewall is given one rule, whatever is there, by commands that PowerShell reads as meant', () => {
  const [isThere, set, make, ...more] = commandsIn(windows('40.92.0.0/16 40.93.0.0/16 192.0.2.25'));
  const Name = 'Mailspan-Microsoft365-SMTP';
  const RemoteAddress = ['40.92.0.0/15', '192.0.2.25'];
  const allow = { Direction: 'Inbound', Action: 'Allow', Protocol: 'TCP', LocalPort: '25' };
  expect(isThere).toMatchObject({ cmdlet: 'Get-NetFirewallRule', parameters: { Name } });
  expect(set).toMatchObject({ cmdlet: 'Set-NetFirewallRule', parameters: { Name, RemoteAddress } });
  expect(make).toMatchObject({
    cmdlet: 'New-NetFirewallRule',
    parameters: { Name, ...allow, RemoteAddress },
  });
  expect(more).toEqual([]);
});
