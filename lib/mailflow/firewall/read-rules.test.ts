import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSpan } from './address-span';
import { readFirewallRules } from './read-rules';

/** What is let in, and `line code` of what is not told. */
const read = (text: string) => {
  const { entries, findings } = readFirewallRules(text);
  return [
    ...entries.flatMap(({ spans }) => spans.map(formatSpan)),
    ...findings.map(({ line, code }) => `${line} ${code}`),
  ].join(', ');
};

describe('a list', () => {
  test.each([
    ['40.92.0.0/15\r\n40.107.0.0/16\n', '40.92.0.0/15, 40.107.0.0/16'],
    [
      '40.92.0.0/15, 40.107.0.0/16; 192.0.2.25 2a01:111:f400::/48',
      '40.92.0.0/15, 40.107.0.0/16, 192.0.2.25, 2a01:111:f400::/48',
    ],
    ['["40.92.0.0/15", \'40.107.0.0/16\']', '40.92.0.0/15, 40.107.0.0/16'],
    ['10.0.0.1-10.0.0.9', '10.0.0.1-10.0.0.9'],
    ['10.0.0.1 – 10.0.0.9', '10.0.0.1-10.0.0.9'],
    ['10.0.0.1 to 10.0.0.9', '10.0.0.1-10.0.0.9'],
    ['10.0.0.1-9', '10.0.0.1-10.0.0.9'],
    ['10.0.0.0-10.0.0.255', '10.0.0.0/24'],
    ['2001:db8::-2001:db8::ffff', '2001:db8::/112'],
    ['2A01:0111:F400:0:0:0:0:0/48', '2a01:111:f400::/48'],
    ['40.92.0.0 255.254.0.0', '40.92.0.0/15'],
    ['40.92.0.0/255.254.0.0', '40.92.0.0/15'],
    ['40.92.0.0;255.254.0.0', '40.92.0.0/15'],
    ['40.92.0.0 0.1.255.255', '40.92.0.0/15'],
    ['40.92.0.0 /15', '40.92.0.0/15'],
    ['192.0.2.25 0.0.0.0', '192.0.2.25'],
    ['0.0.0.0 255.255.255.255', '0.0.0.0/0'],
    ['10.0.0.5/24', '10.0.0.0/24'],
    ['ip4:40.92.0.0/15', '40.92.0.0/15'],
    [
      'v=spf1 +ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 include:spf.protection.outlook.com -all',
      '40.92.0.0/15, 2a01:111:f400::/48, 1 name',
    ],
    ['# 192.0.2.1\n! 192.0.2.2\n; 192.0.2.3\n// 192.0.2.4\n192.0.2.5 # 192.0.2.6', '192.0.2.5'],
    ['Microsoft: 40.92.0.0/15', '40.92.0.0/15'],
    ['Rete locale: 10.0.0.0/8\nGroup A: 10.0.0.0/8', '10.0.0.0/8, 10.0.0.0/8'],
    ['any', '0.0.0.0/0, ::/0'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what a firewall prints', () => {
  test.each([
    [
      'table inet filter {\n set ms {\n type ipv4_addr\n flags interval\n elements = { 40.92.0.0/15, 10.0.0.0-10.0.0.7 comment "was 192.0.2.1",\n 40.107.0.0/16 }\n }\n}',
      '40.92.0.0/15, 10.0.0.0/29, 40.107.0.0/16, 1 noAddress, 2 noAddress, 3 noAddress, 4 noAddress',
    ],
    [
      'tcp dport 25 ip saddr { 40.92.0.0/15, 40.107.0.0/16 } ip daddr 192.0.2.25 counter packets 0 bytes 0 accept',
      '40.92.0.0/15, 40.107.0.0/16',
    ],
    [
      '-A INPUT -s 40.92.0.0/15 -d 192.0.2.25/32 -p tcp -m tcp --dport 25 -m comment --comment "not 192.0.2.1" -j ACCEPT\n-A INPUT -j DROP',
      '40.92.0.0/15',
    ],
    ['ufw allow proto tcp from 40.92.0.0/15 to 192.0.2.25 port 25', '40.92.0.0/15'],
    [
      'access-list 101 remark was 192.0.2.1\naccess-list 101 permit tcp 40.92.0.0 0.1.255.255 host 192.0.2.25 eq 25\naccess-list 101 deny ip any any',
      '40.92.0.0/15',
    ],
    ['permit tcp any host 192.0.2.25 eq smtp', '0.0.0.0/0, ::/0'],
    [
      'object-group network M365\n network-object 40.92.0.0 255.254.0.0\n range 10.0.0.1 10.0.0.9',
      '40.92.0.0/15, 10.0.0.1-10.0.0.9, 1 noAddress',
    ],
    [
      "New-NetFirewallRule -DisplayName 'Not 192.0.2.1' -LocalPort 25 -LocalAddress 192.0.2.25 -RemoteAddress @('40.92.0.0/15', '40.107.0.0/16') -Action Allow",
      '40.92.0.0/15, 40.107.0.0/16',
    ],
    [
      'LocalAddress  : 192.0.2.25\nRemoteAddress : {40.92.0.0/255.254.0.0, LocalSubnet}\nInterfaceType : Any',
      '40.92.0.0/15, 2 keyword',
    ],
    [
      'Rule Name:                            SMTP\nLocalIP:                              Any\nRemoteIP:                             40.92.0.0/255.254.0.0,40.107.0.0/255.255.0.0\nProtocol:                             TCP\nAction:                               Allow',
      '40.92.0.0/15, 40.107.0.0/16',
    ],
    ['Action:   Block', '1 shutsOut'],
    [
      '-A INPUT -s 40.92.0.0/15 -j DROP\nip saddr != 40.92.0.0/15 drop\ndeny tcp 40.92.0.0 0.1.255.255 any',
      '1 shutsOut, 2 shutsOut, 3 shutsOut',
    ],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what can not be read says so, with its line', () => {
  test.each([
    ['40.92.0.0/15\n10.0.0.0/33', '40.92.0.0/15, 2 prefix'],
    ['2001:db8::/129', '1 prefix'],
    ['10.0.0.9-10.0.0.1', '1 backwards'],
    ['10.0.0.1-2001:db8::1', '1 backwards'],
    ['10.0.0.0 255.0.255.0', '1 mask'],
    ['10.0.0.0/255.0.255.0', '1 mask'],
    ['4O.92.0.0/15', '1 unreadable'],
    ['40.92.0.0\\15', '1 unreadable'],
    ['40.92.0.0/ 15', '1 unreadable'],
    ['192.0.2.25:25', '1 unreadable'],
    ['010.1.1.1', '1 unreadable'],
    ['fe80::1%eth0', '1 unreadable'],
    ['*.mail.protection.outlook.com', '1 name'],
    ['LocalSubnet', '1 keyword'],
    ['hello', '1 noAddress'],
    ['', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('a text beyond measure is read up to a line', () => {
    const { entries, findings } = readFirewallRules('10.0.0.1\n'.repeat(30_000));
    expect(entries).toHaveLength(20_000);
    expect(findings).toEqual([{ line: 20_001, text: '', code: 'tooMuch' }]);
    expect(read(`10.0.0.1\n${' '.repeat(1_000_000)}10.0.0.2`)).toBe('10.0.0.1, 2 tooMuch');
  });
});

test('whatever is pasted, reading ends soon and never throws', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      '10.0.0.0',
      '/24',
      '-',
      ' ',
      '\n',
      ',',
      '"',
      '255.255.255.0',
      '::',
      'ip4:',
      'to',
      'any',
      '#',
      '!=',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
      const { entries, findings } = readFirewallRules(bits.join(''));
      for (const { spans } of entries) for (const { first, last } of spans) expect(first <= last).toBe(true);
      for (const { text } of findings) expect(text.length).toBeLessThanOrEqual(80);
    }),
    { numRuns: 60 },
  );
  for (const bad of ['.', ':', '-', '"', '1.', 'a ', '0:', '{', '-name ', ' : ', 'a.', '//', '10.0.0.1 - '])
    expect(() => readFirewallRules(bad.repeat(20_000 / bad.length))).not.toThrow();
});
