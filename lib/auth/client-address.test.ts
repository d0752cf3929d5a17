import { describe, expect, it } from 'vitest';
import { addressGroup, clientAddress } from './client-address';

describe('the client behind X-Forwarded-For', () => {
  it.each([
    ['the peer, without proxies', '192.0.2.7', 0, '192.0.2.7'],
    ['the peer, whatever the client wrote before it', '10.0.0.1, 127.0.0.1, 192.0.2.7', 0, '192.0.2.7'],
    ['what the proxy saw', '6.6.6.6, 198.51.100.4, 10.0.0.2', 1, '198.51.100.4'],
    ['what the outer of two proxies saw', '6.6.6.6, 198.51.100.4, 10.0.0.3, 10.0.0.2', 2, '198.51.100.4'],
    ['the first entry, where a proxy adds none', '10.0.0.2', 1, '10.0.0.2'],
    ['an address with a port', '[2001:db8::1]:4711', 0, '2001:db8::1'],
    ['an IPv4 address in IPv6 dress', '::ffff:192.0.2.7', 0, '192.0.2.7'],
    ['nobody, without the header', null, 0, undefined],
    ['nobody, for nonsense', 'x, y', 0, undefined],
  ])('is %s', (_, header, proxies, address) => expect(clientAddress(header, proxies)).toBe(address));
});

describe('attempts are counted on', () => {
  it('each IPv4 address', () => expect(addressGroup('192.0.2.7')).not.toBe(addressGroup('192.0.2.8')));
  it('an IPv6 /64 as a whole', () =>
    expect(addressGroup('2001:db8::1')).toBe(addressGroup('2001:db8:0:0:ffff::9')));
  it('each IPv6 /64 by itself', () =>
    expect(addressGroup('2001:db8::1')).not.toBe(addressGroup('2001:db8:0:1::1')));
  it('one heap for unknown addresses', () => expect(addressGroup(undefined)).toBe(addressGroup('?')));
});
