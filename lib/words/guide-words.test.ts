import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { compareRanges } from '../mailflow/firewall/compare-ranges';
import { MICROSOFT_RANGES, MICROSOFT_SPANS } from '../mailflow/firewall/microsoft-ranges';
import { readFirewallRules, spansOf } from '../mailflow/firewall/read-rules';
import { RULE_FINDINGS } from '../mailflow/firewall/rule-line';
import { WORDS } from '../mailflow/guide/facts-for-tests';
import { GUIDE_EVIDENCE_CODES, GUIDE_REMEDY_CODES } from '../mailflow/guide/guide-codes';
import {
  GUIDE_PARTS,
  GUIDE_SCENARIOS,
  GUIDE_STEP_IDS,
  GUIDE_STEPS,
  stepsOf,
} from '../mailflow/guide/journey';
import { VALUE_NAMES } from '../servers/own-server';
import { ownServer } from '../servers/own-server-for-tests';
import { COMMENT_CODES, FILE_PLACES, guessesIn, textOf } from '../servers/server-file';
import { SERVER_PROGRAMS, serverSnippet } from '../servers/server-snippet';
import { firewallWords } from './firewall-words';
import { serverWords } from './server-words';

/** A sentence whose parameter is missing fails the test. */
const onError = (error: Error): never => {
  throw error;
};
type Locale = (typeof LOCALES)[number];
const firewall = (locale: Locale) =>
  firewallWords(createTranslator({ locale, messages: MESSAGES[locale], namespace: 'firewall', onError }));
const servers = (locale: Locale) =>
  serverWords(createTranslator({ locale, messages: MESSAGES[locale], namespace: 'servers', onError }));

describe.each(LOCALES)('%s', (locale) => {
  test('has words for every code, and none left over', () => {
    const of = (part: object) => Object.keys(part).sort();
    const { firewall, servers } = MESSAGES[locale];
    expect(of(firewall.finding)).toEqual(of(RULE_FINDINGS));
    expect(of(servers.comment)).toEqual([...COMMENT_CODES].sort());
    expect(of(servers.place)).toEqual([...FILE_PLACES].sort());
    expect(of(servers.guess)).toEqual([...VALUE_NAMES].sort());
    expect(of(servers.program)).toEqual([...SERVER_PROGRAMS].sort());
    const { guide } = MESSAGES[locale];
    expect(of(guide.evidence)).toEqual([...GUIDE_EVIDENCE_CODES].sort());
    expect(of(guide.remedy)).toEqual([...GUIDE_REMEDY_CODES].sort());
    const plain = (part: object) => of(part).filter((key) => !key.endsWith('Partner'));
    expect(plain(guide.step)).toEqual([...GUIDE_STEP_IDS].sort());
    expect(plain(guide.part)).toEqual([...GUIDE_PARTS].sort());
  });

  test('says them with all that they need', () => {
    const { findings } = readFirewallRules('x.y 1.2.3.400\n10.0.0.0/99');
    for (const one of findings) expect(firewall(locale).finding(one)).toContain(one.text);
    const words = servers(locale);
    for (const program of SERVER_PROGRAMS) {
      const snippet = serverSnippet(program, ownServer(), words.comment);
      const text = snippet.files.map(({ tokens }) => textOf(tokens)).join('');
      expect(text).toContain('contoso.com, fabrikam.com');
      // A quotation mark of any kind would open a text in some of these files.
      expect(text.split('\n').filter((line) => /^(dnl )?#/.test(line) && /[`'"\\]/.test(line))).toEqual([]);
      for (const guess of guessesIn(snippet)) expect(words.guess(guess)).toContain(guess.text);
    }
  });
});

test('a partner’s journey speaks of the partner', () => {
  for (const words of WORDS)
    for (const scenario of GUIDE_SCENARIOS)
      for (const id of stepsOf(scenario)) {
        const own = words.step(id, scenario).title;
        expect(words.part(GUIDE_STEPS[id].part, scenario).text).not.toBe('');
        if (scenario === 'partner' && GUIDE_STEPS[id].scope === 'domain') expect(own).toContain('partner');
      }
});

test('an administrator reads what the rules come to', () => {
  const result = (locale: Locale, rules: string) =>
    firewall(locale).result(compareRanges(MICROSOFT_SPANS, spansOf(readFirewallRules(rules))));
  expect(result('en', '')).toBe('No address was read.');
  expect(result('en', MICROSOFT_RANGES.ranges.join('\n'))).toMatch(/^The firewall lets in every address/);
  expect(result('it', MICROSOFT_RANGES.ranges.slice(1).join('\n'))).toMatch(/Mancano: 1 intervallo\.$/);
  expect(result('en', 'any')).toMatch(/everybody in: IPv4, IPv6\./);
  expect(firewall('it').version(MICROSOFT_RANGES)).toBe('Elenco 2026081400 del 14 ago 2026');
});
