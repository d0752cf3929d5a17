import { expect, test } from 'vitest';
import { fromOrganization, setup } from '../mailflow/setup-for-tests';
import { knownServer } from './known-server';

const ACCEPTED = 'contoso.onmicrosoft.com fabrikam.com contoso.com';

test('a connector’s certificate tells what the server is called and whose MX it sends to', () => {
  const byCertificate = fromOrganization('By certificate', 'mail.fabrikam.com');
  expect(knownServer(setup([byCertificate], ACCEPTED))).toEqual({
    smartHost: 'fabrikam-com.mail.protection.outlook.com',
    ehloName: 'mail.fabrikam.com',
    tlsCertificateName: 'mail.fabrikam.com',
    acceptedDomains: ['contoso.com', 'fabrikam.com'],
    connectors: ['By certificate'],
  });
});

test('a wildcard names no server', () => {
  const known = knownServer(setup([fromOrganization('Any', '*.contoso.com')], ACCEPTED));
  expect(known).toMatchObject({ ehloName: 'mail.contoso.com', tlsCertificateName: '*.contoso.com' });
});

test('without a set-up nothing is made up', () => {
  expect(knownServer(setup([]))).toEqual({
    smartHost: '',
    ehloName: '',
    acceptedDomains: [],
    connectors: [],
  });
});
