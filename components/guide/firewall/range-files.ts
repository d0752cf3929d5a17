// Addresses in the forms that firewalls take, as files with their colours. Pure; what the forms are, lib/servers knows.
import type { CodePiece } from '@/components/ui/code-view';
import { type Script, scriptFile, scriptText } from '@/lib/exchange/script';
import type { AddressSpan } from '@/lib/mailflow/firewall/address-span';
import { cidrsOf } from '@/lib/mailflow/firewall/span-sets';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { nftablesRules, nftablesSets } from '@/lib/servers/nftables';
import { windowsFirewallRule } from '@/lib/servers/windows-firewall';

export const RANGES_FORMS = ['list', 'nftables', 'windows'] as const;
export type RangesForm = (typeof RANGES_FORMS)[number];

/** The form that an address asks for. */
export const readRangesForm = ({ form }: RawQuery): RangesForm =>
  RANGES_FORMS.find((known) => known === form) ?? 'list';

/** `text` goes to the clipboard; `saved`, where it is there, is what the file holds instead. */
export type RangeFile = Readonly<{
  name: string;
  note?: 'nftablesSets' | 'nftablesRules';
  text: string;
  saved?: string;
  lines: readonly (readonly CodePiece[])[];
}>;

const FILES: Readonly<Record<RangesForm, (spans: readonly AddressSpan[]) => RangeFile[]>> = {
  list: (spans) => {
    const text = `${cidrsOf(spans).join('\n')}\n`;
    return [{ name: 'microsoft365-smtp.txt', text, lines: coloured(text) }];
  },
  nftables: (spans) => [
    nftablesFile('nftablesSets', 'microsoft365-smtp-sets.nft', nftablesSets(spans)),
    nftablesFile('nftablesRules', 'microsoft365-smtp-rules.nft', nftablesRules(spans)),
  ],
  windows: (spans) => {
    const script: Script = {
      fileName: 'microsoft365-smtp.ps1',
      lines: windowsFirewallRule(spans),
      warnings: [],
    };
    const { fileName, lines } = script;
    return [{ name: fileName, text: scriptText(script), saved: scriptFile(script), lines }];
  },
};

/** None where there is no address. */
export const rangeFiles = (form: RangesForm, spans: readonly AddressSpan[]): RangeFile[] =>
  spans.length === 0 ? [] : FILES[form](spans);

const nftablesFile = (note: NonNullable<RangeFile['note']>, name: string, text: string): RangeFile => ({
  ...{ note, name, text },
  lines: coloured(text),
});

/** What nftables does, the names of sets, and addresses. */
const FORMS = [
  ['cmdlet', /^(?:add|flush|insert) (?:set|element|rule)/],
  ['variable', /@\w+/],
  ['number', /[0-9a-f]*[.:][0-9a-f.:]*(?:\/\d+)?/],
] as const satisfies readonly (readonly [CodePiece['kind'], RegExp])[];
const ANY = new RegExp(`(${FORMS.map(([, form]) => form.source).join('|')})`);

const coloured = (text: string): CodePiece[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split(ANY)
        .filter((piece) => piece !== '')
        .map((piece) => ({ kind: kindOf(piece), text: piece })),
    );

const kindOf = (piece: string): CodePiece['kind'] =>
  FORMS.find(([, form]) => form.test(piece))?.[0] ?? 'plain';
