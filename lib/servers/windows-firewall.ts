// Addresses that may reach port 25, as Windows Firewall takes them: one rule, whatever is there. Values become PowerShell where
// all others of the project do.
import { commandLines } from '../exchange/command';
import { plain, type ScriptLine } from '../exchange/script';
import type { AddressSpan } from '../mailflow/firewall/address-span';
import { cidrsOf } from '../mailflow/firewall/span-sets';

const NAME = 'Mailspan-Microsoft365-SMTP';

/**
 * A rule that is made, or brought up to date where it is there. In Windows rules that shut out come before those that let
 * in, whatever their order. @see New-NetFirewallRule
 */
export function windowsFirewallRule(spans: readonly AddressSpan[]): ScriptLine[] {
  const addresses = { RemoteAddress: cidrsOf(spans) };
  const command = (
    cmdlet: string,
    parameters: Readonly<Record<string, string | readonly string[]>>,
    indent = '',
  ) => commandLines({ cmdlet, parameters: { Name: NAME, ...parameters } }, { indent, safely: false });
  const allow = { Direction: 'Inbound', Action: 'Allow', Protocol: 'TCP', LocalPort: '25' };
  const [isThere = []] = command('Get-NetFirewallRule', { ErrorAction: 'SilentlyContinue' });
  return [
    [plain('if ('), ...isThere, plain(') {')],
    ...command('Set-NetFirewallRule', addresses, INDENT),
    [plain('} else {')],
    ...command('New-NetFirewallRule', { DisplayName: 'Microsoft 365 SMTP', ...allow, ...addresses }, INDENT),
    [plain('}')],
  ];
}

const INDENT = '    ';
