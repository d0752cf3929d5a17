import { expect, test } from 'vitest';
import { targetsOf } from './targets';

test.each([
  ['192.0.2.25', '192.0.2.25', '192.0.2.0/24', false],
  ['::ffff:192.0.2.25', '192.0.2.25', '192.0.2.0/24', false],
  ['2001:db8:1:2::25', '2001:db8:1:2::25', '2001:db8:1::/48', false],
  ['2001:0DB8:0001:0002:0:0:0:25', '2001:db8:1:2::25', '2001:db8:1::/48', false],
  ['127.25.0.1', '127.25.0.1', '127.25.0.0/24', true],
  ['::1', '::1', '::/48', true],
])('%s belongs to %s in %s', (literal, address, network, isLoopback) => {
  expect(targetsOf(literal)).toEqual({ address, network, isLoopback });
});
