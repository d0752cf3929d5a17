import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { checkAddress } from './guard';

const STRICT = { allowLoopback: false, denyPrivate: true };
const LOOSE = { allowLoopback: true, denyPrivate: false };

describe('Addresses a validation never connects to', () => {
  test.each([
    [
      'loopback',
      '127.0.0.1',
      '127.255.255.254',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::127.0.0.1',
    ],
    [
      'loopback',
      '::127.0.0.1',
      '2002:7f00:1::',
      '::ffff:0:127.0.0.1',
      'fe00::5efe:7f00:1',
      '0:0:0:0:0:0:0:1',
    ],
    [
      'loopback',
      '127.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '2001:0:102:304::80ff:fffe',
      '64:ff9b:1::7f00:1',
    ],
    ['unspecified', '0.0.0.0', '0.1.2.3', '::', '::ffff:0.0.0.0', '64:ff9b::'],
    [
      'linkLocal',
      '169.254.1.1',
      'fe80::1',
      'fe80::1%eth0',
      'febf::1',
      '::ffff:169.254.1.1',
      '2002:a9fe:101::1',
    ],
    ['metadata', '169.254.169.254', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe'],
    [
      'metadata',
      '2002:a9fe:a9fe::1',
      'fd00:ec2::254',
      'fd00:ec2:0:0:0:0:0:254',
      'fd20:ce::254',
      '100.100.100.200',
    ],
    ['metadata', '168.63.129.16', '192.0.0.192', '::ffff:168.63.129.16', 'fd00:ec2::254%eth0'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1', '::ffff:224.0.0.1'],
    ['broadcast', '255.255.255.255', '::ffff:255.255.255.255'],
    [
      'reserved',
      '240.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '203.0.113.9',
      '2001:db8::1',
      '100::1',
      'nonsense',
      '',
    ],
    [
      'private',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '100.64.0.1',
      'fd12::1',
      'fec0::1',
      '::ffff:10.0.0.1',
    ],
  ] as const)('%s', (reason, ...addresses) => {
    for (const address of addresses)
      expect([address, checkAddress(address, STRICT)]).toEqual([address, reason]);
  });

  test('what the settings may allow: loopback for tests, private ranges for servers on premises', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', 'fd12::1', '172.31.0.9'])
      expect([address, checkAddress(address, LOOSE)]).toEqual([address, undefined]);
  });

  test('servers of the world are let pass', () => {
    for (const address of [
      '1.1.1.1',
      '52.100.0.1',
      '172.32.0.1',
      '2606:4700::1111',
      '64:ff9b::1.1.1.1',
      '2002:101:101::1',
    ])
      expect([address, checkAddress(address, STRICT)]).toEqual([address, undefined]);
  });

  test('no spelling of a denied IPv4 address slips through', () => {
    const denied = fc.constantFrom(
      '127.0.0.1',
      '169.254.169.254',
      '10.1.2.3',
      '224.0.0.5',
      '0.0.0.0',
      '255.255.255.255',
    );
    const wraps = fc.constantFrom('::ffff:', '64:ff9b::', '::ffff:0:', '64:ff9b:1::');
    fc.assert(
      fc.property(denied, wraps, (address, wrap) => {
        const embedded = `${wrap}${address}`;
        expect(checkAddress(embedded, STRICT)).toBeDefined();
        expect(checkAddress(ipaddr.parse(embedded).toNormalizedString(), STRICT)).toBeDefined();
      }),
    );
  });
});
