// The script that brings a tenant's connectors, accepted domains and transport rules into one file. Changes nothing.
import { textTokens } from './powershell-text';
import { comment, plain, type Script } from './script';
import type { ScriptWords } from './script-codes';
import { highlighted } from './script-highlight';

/** What the script writes, in the home folder of who runs it. */
export const COLLECTED_FILE = 'mailspan-tenant.json';

/**
 * Get-OutboundConnector leaves out connectors in test mode and those for rules unless asked for either, and then it leaves
 * out the others: so all are asked for, and each is kept once. WriteAllText, because the same `Out-File` writes UTF-16 in
 * Windows PowerShell 5.1 and UTF-8 in 7.
 */
const COMMANDS = `    $Stop = @{ ResultSize = 'Unlimited'; ErrorAction = 'Stop' }
    $Outbound = @(Get-OutboundConnector @Stop)
    foreach ($TestMode in $false, $true) {
        foreach ($ForRules in $false, $true) {
            $Outbound += @(Get-OutboundConnector -IncludeTestModeConnectors $TestMode -IsTransportRuleScoped $ForRules @Stop)
        }
    }
    $Tenant = [ordered]@{
        OutboundConnectors = @($Outbound | Sort-Object -Property Guid -Unique)
        InboundConnectors = @(Get-InboundConnector @Stop)
        AcceptedDomains = @(Get-AcceptedDomain @Stop)
        TransportRules = @(Get-TransportRule @Stop)
    }
    $Json = ConvertTo-Json -InputObject $Tenant -Depth 5
    $Path = Join-Path -Path $HOME -ChildPath '${COLLECTED_FILE}'
    [System.IO.File]::WriteAllText($Path, $Json, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    Get-Item -Path $Path`;

/** Works pasted and as a file; the first error ends it, so that half a tenant is never taken for all of it. */
export function collectScript(say: ScriptWords): Script {
  return {
    fileName: 'collect-exchange-online.ps1',
    lines: [
      [comment(say('collectTitle'))],
      [comment(say('connect'))],
      ...highlighted('#Requires -Modules ExchangeOnlineManagement\n& {'),
      [
        ...(highlighted(
          "    if (-not (Get-Command -Name 'Get-OutboundConnector' -ErrorAction SilentlyContinue)) { throw ",
        )[0] ?? []),
        ...textTokens(say('notConnected')),
        plain(' }'),
      ],
      ...highlighted(`${COMMANDS}\n}`),
    ],
    warnings: [],
  };
}
