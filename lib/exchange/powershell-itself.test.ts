import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fromOrganization, outbound, rule, setup } from '../mailflow/setup-for-tests';
import { changeScript } from './change-script';
import { collectScript } from './collect-script';
import { createScript } from './create-script';
import { exchangeServerScript } from './exchange-server-script';
import { NASTY } from './nasty-texts-for-tests';
import { cmdletsIn } from './powershell-for-tests';
import { type Script, scriptFile, scriptText } from './script';

const PWSH = 'pwsh';
const hasPowerShell = spawnSync(PWSH, ['-NoProfile', '-Command', 'exit 0']).status === 0;
const options = {
  madeAt: new Date(0),
  version: '0.1.0',
  say: (code: string) => `${code} in words, and enough of them`,
};

/** The commands that PowerShell's own parser sees in a file, or what it finds wrong with it. */
function parsedByPowerShell(script: Script): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  try {
    const file = join(folder, script.fileName);
    writeFileSync(file, scriptFile(script));
    const command = `
      $tokens = $null; $errors = $null
      $tree = [System.Management.Automation.Language.Parser]::ParseFile('${file}', [ref]$tokens, [ref]$errors)
      $commands = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
      ConvertTo-Json -InputObject @{
        errors = @($errors | ForEach-Object { $_.Message })
        commands = @($commands | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ })
      }`;
    return JSON.parse(
      spawnSync(PWSH, ['-NoProfile', '-NonInteractive', '-Command', command]).stdout.toString(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.skipIf(!hasPowerShell)(
  'PowerShell itself sees the commands that the grammar sees, and nothing wrong',
  () => {
    const nasty = setup(
      NASTY.map((text, at) =>
        outbound(`${at} ${text}`, 'rule', { description: text, validationRecipients: [text] }),
      ),
      'contoso.com',
      NASTY.map((text, at) => rule(`${at} ${text}`, `${at} ${text}`)),
    );
    const scripts = [
      createScript(nasty, options),
      changeScript(nasty, setup([], 'contoso.com;relay'), options),
      exchangeServerScript(setup([fromOrganization('In', 'mail.contoso.com')], 'contoso.com'), options),
      collectScript(options.say),
    ];
    for (const script of scripts)
      expect(parsedByPowerShell(script)).toEqual({ errors: [], commands: cmdletsIn(scriptText(script)) });
  },
);
