// The other side: Exchange Server sends through Exchange Online, and shows it the right certificate. As Microsoft's article
// has the commands, with this organization's names where the set-up tells them, and a placeholder where it does not.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import { cloudSmartHost } from '../mailflow/cloud-smart-host';
import type { Connector } from '../mailflow/connector';
import type { MailSetup } from '../mailflow/mail-setup';
import { byName } from './create-script';
import { textTokens } from './powershell-text';
import { comment, plain, type Script } from './script';
import { framed, noted, type ScriptOptions, type ScriptPart, said } from './script-frame';
import { highlighted } from './script-highlight';

/** What only the admin knows, in angle brackets as in the article. No cmdlet takes it for a name. */
const HOST = '<mail.contoso.com>';
const SMART_HOST = '<YourDomain>-com.mail.protection.outlook.com';

/**
 * A send connector for each way in which an inbound connector knows the organization's servers, and the certificate for the
 * receive connector that Office 365 connects to. `connectorIds` takes these connectors alone; the accepted domains count
 * all the same, because the smart host is called after one.
 */
export function exchangeServerScript(
  { connectors, acceptedDomains }: MailSetup,
  { connectorIds, ...options }: ScriptOptions & Readonly<{ connectorIds?: readonly string[] }>,
): Script {
  const own = byName(connectors.filter(({ id }) => connectorIds?.includes(id) ?? true))
    .map(({ connector }) => connector)
    .filter(({ partnerKind }) => partnerKind === 'onPremises');
  const sends = own.flatMap((connector) => sendParts(connector, acceptedDomains));
  const receives = receiveParts(certificateNames(own), options);
  const parts = [
    ...(sends.length > 0 ? [said('sections.send'), said('smartHostGuess'), ...sends] : []),
    ...(receives.length > 0 ? [said('sections.receive'), ...receives] : []),
  ];
  const commands = sends.filter(({ kind }) => kind === 'command').length + (receives.length > 0 ? 1 : 0);
  return framed(
    parts.length > 0 ? parts : [said('noCommands')],
    {
      ...{ title: 'serverTitle', fileName: 'exchange-server.ps1', needs: 'New-SendConnector' },
      contents: { code: 'commands', params: { commands } },
    },
    options,
  );
}

/** @see New-SendConnector, in the article's order */
function sendParts(connector: Connector, domains: readonly AcceptedDomain[]): ScriptPart[] {
  if (connector.direction !== 'inbound' || connector.partnerKind !== 'onPremises') return [];
  const { name, identification } = connector;
  const certificate = identification.by === 'certificate' ? identification.certificateName : undefined;
  const fqdn = certificate === undefined || certificate.startsWith('*') ? HOST : certificate;
  const smartHost = cloudSmartHost(domains, certificate) ?? SMART_HOST;
  const unknown = [
    ...(fqdn === HOST ? [{ setting: 'Fqdn', host: HOST }] : []),
    ...(smartHost === SMART_HOST ? [{ setting: 'SmartHosts', host: SMART_HOST }] : []),
  ];
  const parameters = {
    ...{
      Name: `${[...name].slice(0, 50).join('')} to Office 365`,
      AddressSpaces: '*',
      CloudServicesMailEnabled: true,
    },
    ...{ Fqdn: fqdn, RequireTLS: true, DNSRoutingEnabled: false, SmartHosts: smartHost },
    TlsAuthLevel: 'CertificateValidation',
  };
  return [
    said('object.inbound', { name }),
    ...unknown.map((one) => noted('serverPlaceholder', { name, ...one })),
    { kind: 'command', command: { cmdlet: 'New-SendConnector', parameters }, oneLine: true },
  ];
}

/** What connectors from Office 365 demand comes first; it is their certificate that is looked at. */
const certificateNames = (connectors: readonly Connector[]): readonly string[] => [
  ...new Set([
    ...connectors.flatMap((one) =>
      one.direction === 'outbound' && one.tls.level === 'domainValidation' ? [one.tls.domain] : [],
    ),
    ...connectors.flatMap((one) =>
      one.direction === 'inbound' &&
      one.partnerKind === 'onPremises' &&
      one.identification.by === 'certificate'
        ? [one.identification.certificateName]
        : [],
    ),
  ]),
];

/** @see Set-ReceiveConnector -TlsCertificateName: `<I>issuer<S>subject`, which nobody types without an error */
function receiveParts([name, ...others]: readonly string[], { say }: ScriptOptions): ScriptPart[] {
  if (name === undefined) return [];
  const of = (text: string) => highlighted(text)[0] ?? [];
  return [
    ...others.map((other) => noted('otherCertificates', { name: other })),
    {
      kind: 'lines',
      lines: [
        [comment(say('receiveConnector', { name }))],
        [
          ...of("$Certificate = Get-ExchangeCertificate | Where-Object { $_.Services -match 'SMTP' -and "),
          ...of('@($_.CertificateDomains | ForEach-Object { "$_" }) -contains '),
          ...textTokens(name),
          ...of(' } | Sort-Object -Property NotAfter -Descending | Select-Object -First 1'),
        ],
        [
          ...of('if (-not $Certificate) { throw '),
          ...textTokens(say('noCertificate', { name })),
          plain(' }'),
        ],
        of('$Identity = "$env:COMPUTERNAME\\Default Frontend $env:COMPUTERNAME"'),
        of('$TlsCertificateName = "<I>$($Certificate.Issuer)<S>$($Certificate.Subject)"'),
        of(
          'Set-ReceiveConnector -Identity $Identity -TlsCertificateName $TlsCertificateName -WhatIf:$WhatIf -ErrorAction $OnError',
        ),
      ],
    },
  ];
}
