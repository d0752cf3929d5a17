// Firewall rules as somebody pastes them: a list in any usual spelling, or what a firewall prints. Pure and bounded.
import type { AddressSpan } from './address-span';
import { type RuleFindingCode, readRuleLine } from './rule-line';

/** Lines count from 1. */
export type RuleEntry = Readonly<{ line: number; text: string; spans: readonly AddressSpan[] }>;
export type RuleFinding = Readonly<{ line: number; text: string; code: RuleFindingCode }>;

/** What the rules let in, and every piece that could not be told. */
export type FirewallRules = Readonly<{
  entries: readonly RuleEntry[];
  findings: readonly RuleFinding[];
}>;

/** Far more than any firewall's list for mail; beyond either, a finding says from which line on nothing was read. */
const TEXT_MAX = 1_000_000;
const PIECES_MAX = 20_000;

/**
 * Reads what is let in: CIDR, `a-b`, masks and Cisco's wildcards, parted by lines, commas, semicolons or blanks; quoted, in
 * brackets, behind `ip4:`; in rules of nftables, iptables, ufw, Cisco, netsh and PowerShell. A rule that shuts out is not
 * read, nor is a name: each says so.
 */
export function readFirewallRules(text: string): FirewallRules {
  const entries: RuleEntry[] = [];
  const findings: RuleFinding[] = [];
  const lines = text.slice(0, TEXT_MAX).split(/\r\n|[\n\r\u2028\u2029]/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const isCut = text.length > TEXT_MAX && line === lines.length;
    if (isCut || entries.length + findings.length >= PIECES_MAX) {
      findings.push({ line, text: '', code: 'tooMuch' });
      break;
    }
    for (const piece of readRuleLine(content)) {
      if ('finding' in piece) findings.push({ line, text: piece.text, code: piece.finding });
      else entries.push({ line, text: piece.text, spans: piece.spans });
    }
  }
  return { entries, findings };
}

/** All that is let in. */
export const spansOf = ({ entries }: FirewallRules): AddressSpan[] => entries.flatMap(({ spans }) => spans);
