import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIpRange, isPrivateRange, parseIpRange } from './ip-range';
import { parseSkippedAddress, skippedInVain } from './skipped-address';

describe('a range of sender addresses', () => {
  it.each([
    ['192.0.2.25', '192.0.2.25'],
    [' 192.0.2.25/32 ', '192.0.2.25'],
    ['10.3.1.5/24', '10.3.1.0/24'],
    ['198.51.100.130/25', '198.51.100.128/25'],
  ])('%j is %s', (text, spelling) => {
    const read = parseIpRange(text);
    expect(read.ok && formatIpRange(read.value)).toBe(spelling);
  });

  it.each([
    ['', 'ipRange.required'],
    ['192.0.2', 'ipRange.shape'],
    ['192.0.2.256', 'ipRange.shape'],
    ['192.0.2.025', 'ipRange.shape'],
    ['0xC0000219', 'ipRange.shape'],
    ['192.0.2.0/33', 'ipRange.shape'],
    ['192.0.2.0/', 'ipRange.shape'],
    ['192.0.2.0/24/24', 'ipRange.shape'],
    ['192.0.2.0/024', 'ipRange.shape'],
    ['192.0.2.1-192.0.2.9', 'ipRange.shape'],
    ['mail.contoso.com', 'ipRange.shape'],
    ['192.0.2.0/23', 'ipRange.tooWide'],
    ['0.0.0.0/0', 'ipRange.tooWide'],
    ['2001:db8::25', 'ipRange.ipv6'],
    ['2001:db8::/64', 'ipRange.ipv6'],
    ['127.0.0.1', 'host.addressNotAllowed'],
    ['224.0.0.1', 'host.addressNotAllowed'],
    ['192.0.2.1\n', 'host.controlCharacters'],
  ])('%j is refused: %s', (text, code) => {
    const read = parseIpRange(text);
    expect(read.ok ? 'read' : read.finding.code).toBe(code);
  });

  it('every spelling reads back as the same range, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.ipV4Extended(),
          fc.tuple(fc.ipV4(), fc.nat(40)).map(([ip, bits]) => `${ip}/${bits}`),
        ),
        (text) => {
          const read = parseIpRange(text);
          if (read.ok) expect(parseIpRange(formatIpRange(read.value))).toEqual(read);
        },
      ),
    );
  });

  it('private and shared addresses are told apart', () => {
    expect(isPrivateRange({ address: '10.0.0.0', prefix: 24 })).toBe(true);
    expect(isPrivateRange({ address: '100.64.0.1', prefix: 32 })).toBe(true);
    expect(isPrivateRange({ address: '198.51.100.1', prefix: 32 })).toBe(false);
  });
});

describe('an address that enhanced filtering skips', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.77/16', '192.0.0.0/16'],
    ['192.0.2.1 - 192.0.2.9', '192.0.2.1-192.0.2.9'],
    ['2001:DB8:0::1', '2001:db8::1'],
    ['2001:db8::/64', '2001:db8::/64'],
  ])('%j is %s', (text, spelling) => {
    expect(parseSkippedAddress(text)).toEqual({ ok: true, value: spelling });
    expect(parseSkippedAddress(spelling)).toEqual({ ok: true, value: spelling });
  });

  it.each([
    ['192.0.2.9-192.0.2.1'],
    ['192.0.2.1-2001:db8::1'],
    ['192.0.2.1-'],
    ['192.0.2.0/33'],
    ['a-b-c'],
    ['fe80::1%eth0'],
  ])('%j is refused', (text) => expect(parseSkippedAddress(text).ok).toBe(false));

  it.each([
    ['192.168.0.1-192.168.0.9', 'private'],
    ['10.0.0.0/8', 'private'],
    ['40.107.3.2', 'microsoft'],
    ['2a01:111:f403::/64', 'microsoft'],
    ['198.51.100.1', undefined],
  ])('%s is skipped in vain: %s', (spelling, why) => expect(skippedInVain(spelling)).toBe(why));
});
