// Addresses that may reach port 25, as nftables takes them: two sets that can be loaded again and again, and the rules that
// ask them, which are added once. Nothing is shut out: that is for the rules that are there.
import { type AddressFamily, type AddressSpan, FAMILIES } from '../mailflow/firewall/address-span';
import { cidrsOf } from '../mailflow/firewall/span-sets';

/** Debian's and most others' own; a firewall's may be called otherwise. */
export const USUAL_CHAIN = { family: 'inet', table: 'filter', chain: 'input' } as const;
export type NftablesChain = Readonly<{ family: 'inet' | 'ip' | 'ip6'; table: string; chain: string }>;

const KINDS: Readonly<Record<AddressFamily, Readonly<{ set: string; type: string; address: string }>>> = {
  ipv4: { set: 'microsoft365_smtp_ipv4', type: 'ipv4_addr', address: 'ip saddr' },
  ipv6: { set: 'microsoft365_smtp_ipv6', type: 'ipv6_addr', address: 'ip6 saddr' },
};

/** What `nft -f` reads. The sets come empty and are filled, so that a second load leaves no address of the first. */
export function nftablesSets(spans: readonly AddressSpan[], chain: NftablesChain = USUAL_CHAIN): string {
  const table = tableOf(chain);
  const lines = familiesIn(spans, chain).flatMap((family) => {
    const { set, type } = KINDS[family];
    const elements = cidrsOf(spans.filter((span) => span.family === family)).join(',\n  ');
    return [
      `add set ${table} ${set} { type ${type}; flags interval; }`,
      `flush set ${table} ${set}`,
      `add element ${table} ${set} {\n  ${elements}\n}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Each is put in front of the chain's other rules, of which the first that fits decides. */
export function nftablesRules(spans: readonly AddressSpan[], chain: NftablesChain = USUAL_CHAIN): string {
  const rules = familiesIn(spans, chain).map((family) => {
    const { set, address } = KINDS[family];
    return `insert rule ${tableOf(chain)} ${chain.chain} tcp dport 25 ${address} @${set} accept\n`;
  });
  return rules.join('');
}

const familiesIn = (spans: readonly AddressSpan[], { family }: NftablesChain): AddressFamily[] =>
  FAMILIES.filter((one) => spans.some((span) => span.family === one)).filter(
    (one) => family === 'inet' || (family === 'ip') === (one === 'ipv4'),
  );

/** Throws where a name is none: whoever asks for names reads them first. */
function tableOf({ family, table, chain }: NftablesChain): string {
  for (const name of [table, chain])
    if (!isNftablesName(name)) throw new RangeError(`nftables has no such name: ${JSON.stringify(name)}`);
  return `${family} ${table}`;
}

export const isNftablesName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(text);
