import { expect, it, test } from 'vitest';
import { articleSetup, fromOrganization, fromPartner, outbound, setup } from '../mailflow/setup-for-tests';
import { exchangeServerScript } from './exchange-server-script';
import { NASTY } from './nasty-texts-for-tests';
import { cmdletsIn } from './powershell-for-tests';
import { scriptText } from './script';

const options = {
  madeAt: new Date(0),
  version: '0.1.0',
  say: (code: string) => `${code} in words, and enough of them`,
};
const made = (...given: Parameters<typeof setup>) => exchangeServerScript(setup(...given), options);
const sendIn = (text: string) => /New-SendConnector -Name.*/.exec(text)?.[0];

it('makes the send connector word for word as the article does', () => {
  const text = scriptText(made([fromOrganization('My company', 'mail.contoso.com')], 'contoso.com'));
  expect(sendIn(text)).toBe(
    "New-SendConnector -Name 'My company to Office 365' -AddressSpaces '*' -CloudServicesMailEnabled $true -Fqdn 'mail.contoso.com' -RequireTLS $true -DNSRoutingEnabled $false -SmartHosts 'contoso-com.mail.protection.outlook.com' -TlsAuthLevel 'CertificateValidation' -WhatIf:$WhatIf -ErrorAction $OnError",
  );
});

it('gives the receive connector the certificate that Office 365 demands, by issuer and subject', () => {
  const hq = outbound('HQ', 'accepted', { tls: { level: 'domainValidation', domain: 'mx.contoso.com' } });
  const script = made([hq, fromOrganization('In', 'mail.contoso.com')], 'contoso.com');
  const text = scriptText(script);
  expect(text).toContain("-contains 'mx.contoso.com' }");
  expect(text).toContain('"<I>$($Certificate.Issuer)<S>$($Certificate.Subject)"');
  expect(script.warnings).toEqual([{ code: 'otherCertificates', params: { name: 'mail.contoso.com' } }]);
  expect(cmdletsIn(text)).toEqual([
    ...['Get-Command', 'New-SendConnector', 'Get-ExchangeCertificate', 'Where-Object', 'ForEach-Object'],
    ...['Sort-Object', 'Select-Object', 'Set-ReceiveConnector'],
  ]);
  expect(text).not.toContain('#Requires');
});

test.each([
  ['its own domain', 'mail.sales.contoso.com', 'contoso.com sales.contoso.com', 'sales-contoso-com'],
  ['a wildcard’s domain', '*.fabrikam.com', 'contoso.com fabrikam.com', 'fabrikam-com'],
  ['a domain of one’s own', 'mail.elsewhere.com', 'a.onmicrosoft.com b.com', 'b-com'],
  ['nothing', 'mail.elsewhere.com', '', '<YourDomain>-com'],
])('calls the smart host after %s', (_, certificate, domains, host) => {
  const text = scriptText(made([fromOrganization('In', certificate)], domains));
  expect(sendIn(text)).toContain(`-SmartHosts '${host}.mail.protection.outlook.com'`);
});

it('marks what the set-up does not tell', () => {
  const script = made([fromOrganization('In', '192.0.2.0/24')]);
  expect(sendIn(scriptText(script))).toContain("-Fqdn '<mail.contoso.com>'");
  expect(script.warnings.map(({ code, params }) => [code, params?.setting])).toEqual([
    ['serverPlaceholder', 'Fqdn'],
    ['serverPlaceholder', 'SmartHosts'],
  ]);
});

it('has nothing to do for partners, and for connectors that were not chosen', () => {
  expect(cmdletsIn(scriptText(made([fromPartner('P', '*')], 'contoso.com')))).toEqual(['Get-Command']);
  const chosen = exchangeServerScript(articleSetup, { ...options, connectorIds: ['nobody'] });
  expect(cmdletsIn(scriptText(chosen))).toEqual(['Get-Command']);
});

it('runs no command but its own, whatever the connectors are called', () => {
  for (const name of NASTY)
    expect(cmdletsIn(scriptText(made([fromOrganization(name, name || 'x')], 'contoso.com')))).toEqual([
      ...['Get-Command', 'New-SendConnector', 'Get-ExchangeCertificate', 'Where-Object', 'ForEach-Object'],
      ...['Sort-Object', 'Select-Object', 'Set-ReceiveConnector'],
    ]);
});
