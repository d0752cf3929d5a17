import { expect, onTestFinished, test } from 'vitest';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { startSmartHost } from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { secureContextFor } from './secure-context';

test('The same roots are read once', () => {
  expect(secureContextFor(undefined)).toBe(secureContextFor(undefined));
  expect(secureContextFor(['a', 'b'].slice(2))).not.toBe(secureContextFor(undefined));
});

test('One who is trusted in one run is not in the next that trusts others, though the certificate is known', async () => {
  const ca = await testCa();
  const host = await startSmartHost('good', { host: 'mx.contoso.test', ca });
  onTestFinished(() => host.close());
  const chain = async (roots?: readonly string[]) =>
    (await run(planFor(host), roots ? { ca: roots } : {})).at('tls')?.tls?.chain;
  expect(await chain([ca.rootPem])).toBe('ok');
  expect(await chain()).not.toBe('ok');
  expect(await chain([])).not.toBe('ok');
  expect(await chain([ca.rootPem])).toBe('ok');
});
