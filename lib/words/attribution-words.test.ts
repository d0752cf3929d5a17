import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import {
  ATTRIBUTION_BEATEN,
  ATTRIBUTION_NOTES,
  ATTRIBUTION_REASONS,
  ATTRIBUTION_VERDICTS,
  type Attribution,
} from '../mailflow/attribution-trace';
import { ask, byAddress, byCertificate, byWildcard, partner } from '../mailflow/inbound-for-tests';
import { fromOrganization, fromPartner, setup } from '../mailflow/setup-for-tests';
import { attributionWords } from './attribution-words';

type Words = ReturnType<typeof attributionWords>;

/** A sentence whose parameter is missing fails the test. */
function said<T>(locale: (typeof LOCALES)[number], say: (words: Words) => T): T {
  const onError = (error: Error) => {
    throw error;
  };
  const messages = MESSAGES[locale];
  return say(attributionWords(createTranslator({ locale, messages, namespace: 'attribution', onError })));
}

const sentences = (answer: Attribution) => (words: Words) => [
  words.reason(answer),
  ...answer.beaten.map(words.beaten),
  ...answer.recipients.map(words.verdict),
  ...answer.recipients.flatMap((one) => words.remedy(one) ?? []),
  ...answer.notes.map(words.note),
];

test.each(LOCALES)('every code has its words (%s), and no words are left over', (locale) => {
  const { attribution } = MESSAGES[locale];
  const of = (part: object) => Object.keys(part).sort();
  expect(of(attribution.reason)).toEqual([...ATTRIBUTION_REASONS].sort());
  expect(of(attribution.match)).toEqual(ATTRIBUTION_REASONS.filter((reason) => reason !== 'none').sort());
  expect(of(attribution.beaten)).toEqual([...ATTRIBUTION_BEATEN].sort());
  expect(of(attribution.verdict)).toEqual(of(ATTRIBUTION_VERDICTS));
  const refused = Object.entries(ATTRIBUTION_VERDICTS).flatMap(([code, is]) =>
    is === 'accepted' ? [] : [code],
  );
  expect(of(attribution.remedy)).toEqual(refused.sort());
  expect(of(attribution.note)).toEqual([...ATTRIBUTION_NOTES].sort());
});

const outside = { rcptTo: ['eva@gmail.com'] };
const answers: readonly Attribution[] = [
  ask(setup([byCertificate, byWildcard, byAddress, fromPartner('P', '*')], 'contoso.com')),
  ask(setup([byAddress, fromOrganization('Too', '203.0.113.0/24')], 'contoso.com'), {
    ...outside,
    mailFrom: '',
  }),
  ask(setup([], 'contoso.com'), { ip: '2001:db8::1', rcptTo: ['bob@contoso.com', 'eva@gmail.com', 'x'] }),
  ask(setup([fromPartner('Bank', '*.fabrikam.com', { certificate: 'mx.example.com' })]), {}, partner),
  ask(setup([fromPartner('Bank', 'fabrikam.com')]), { tls: false }, partner),
];

describe.each(LOCALES)('%s', (locale) => {
  test('what an answer names stands in its sentences', () => {
    for (const answer of answers) {
      const all = said(locale, sentences(answer));
      expect(all.length).toBeGreaterThan(1);
      for (const one of all) expect(one).not.toMatch(/[{}]|“”|: \.|\s\s/);
    }
  });
});

test('an administrator reads why, and what would help', () => {
  const renewed = ask(setup([byCertificate], 'contoso.com'), {
    ...outside,
    certificateNames: ['smtp.contoso.com'],
  });
  expect(said('en', sentences(renewed))).toEqual([
    'No connector that is on matches the certificate, the IP address or the sender.',
    'gmail.com is not an accepted domain, and no connector that is on identifies the server as the organization’s own: it may not relay.',
    'Let the server show the certificate that a connector asks for, or add its IP address to a connector from your organization’s email server. After a certificate was renewed, compare its name with the connector’s.',
  ]);
  const bank = ask(
    setup([fromPartner('Bank', 'fabrikam.com', { certificate: 'mx.example.com' })]),
    {},
    partner,
  );
  expect(said('it', sentences(bank)).slice(0, 2)).toEqual([
    'Il connettore indica il dominio del mittente: fabrikam.com.',
    '“Bank” richiede un certificato per mx.example.com, e quello del server è per mx.fabrikam.com.',
  ]);
});
