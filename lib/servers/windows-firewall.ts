// Addresses that may reach port 25, as Windows Firewall takes them. Names are ours and plain, and addresses hold nothing that
// PowerShell reads otherwise, so that no value needs quoting.
import type { AddressSpan } from '../mailflow/firewall/address-span';
import { cidrsOf } from '../mailflow/firewall/span-sets';

const RULE = 'Mailspan-Microsoft365-SMTP';

/**
 * A rule that is made, or brought up to date where it is there. In Windows rules that shut out come before those that let
 * in, whatever their order. @see New-NetFirewallRule
 */
export function windowsFirewallRule(spans: readonly AddressSpan[]): string {
  const addresses = cidrsOf(spans).map((cidr) => `    '${cidr}'`);
  return `$addresses = @(
${addresses.join(',\n')}
)
if (Get-NetFirewallRule -Name '${RULE}' -ErrorAction SilentlyContinue) {
    Set-NetFirewallRule -Name '${RULE}' -RemoteAddress $addresses
} else {
    New-NetFirewallRule -Name '${RULE}' -DisplayName 'Microsoft 365 SMTP' -Direction Inbound -Action Allow \`
        -Protocol TCP -LocalPort 25 -RemoteAddress $addresses
}
`;
}
