import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { analyseHeaders } from '../mailflow/headers/analyse-headers';
import { AUTHENTICATION_STANDINGS } from '../mailflow/headers/authentication-results';
import { CONTESTED } from '../mailflow/headers/corpus-for-tests/contested-for-tests';
import { INTO_OFFICE_365 } from '../mailflow/headers/corpus-for-tests/into-office-365-for-tests';
import { MANGLED } from '../mailflow/headers/corpus-for-tests/mangled-for-tests';
import { OUT_OF_OFFICE_365 } from '../mailflow/headers/corpus-for-tests/out-of-office-365-for-tests';
import { HEADER_FINDINGS } from '../mailflow/headers/header-finding';
import { HOP_TRUSTS } from '../mailflow/headers/hop';
import { PATH_DIRECTIONS, PATH_REASONS, PATH_VERDICTS } from '../mailflow/headers/path-judgement';
import { judgeRow } from '../mailflow/headers/path-row-for-tests';
import { INTO } from '../mailflow/headers/paths-into-for-tests';
import { OTHERWISE, OUT_OF } from '../mailflow/headers/paths-out-of-for-tests';
import { SERVER_KINDS } from '../mailflow/headers/received-hop';
import { headerWords } from './header-words';

const CORPUS = [...INTO_OFFICE_365, ...OUT_OF_OFFICE_365, ...MANGLED, ...CONTESTED];
const ANALYSES = CORPUS.filter(({ text }) => text.length < 100_000).map(({ text }) => analyseHeaders(text));

/** A sentence whose parameter is missing fails the test. */
const wordsOf = (locale: (typeof LOCALES)[number]) =>
  headerWords(
    createTranslator({
      locale,
      messages: MESSAGES[locale],
      namespace: 'headers',
      onError: (error) => {
        throw error;
      },
    }),
  );

test.each(LOCALES)('every code has its words (%s), and no words are left over', (locale) => {
  const { headers } = MESSAGES[locale];
  const of = (part: object) => Object.keys(part).sort();
  expect(of(headers.finding)).toEqual(of(HEADER_FINDINGS));
  expect(of(headers.trust)).toEqual([...HOP_TRUSTS].sort());
  expect(of(headers.standing)).toEqual([...AUTHENTICATION_STANDINGS].sort());
  expect(of(headers.server)).toEqual([...SERVER_KINDS].sort());
  expect(of(headers.direction)).toEqual([...PATH_DIRECTIONS].sort());
  expect(of(headers.verdict)).toEqual([...PATH_VERDICTS].sort());
  expect(of(headers.reason)).toEqual(of(PATH_REASONS));
});

test.each(LOCALES)('what the corpus shows is said in sentences without gaps (%s)', (locale) => {
  const words = wordsOf(locale);
  const said = ANALYSES.flatMap(({ findings, hops }) => [
    ...findings.map(words.finding),
    ...hops.flatMap((hop) => [words.trust(hop.trust), words.tls(hop.tls), words.delay(hop.delay) ?? 'took']),
  ]);
  expect(said.length).toBeGreaterThan(200);
  for (const sentence of said) expect(sentence).not.toMatch(/[{}]|: \.|undefined|^$/);
  const codes = new Set(ANALYSES.flatMap(({ findings }) => findings.map(({ code }) => code)));
  const alone = ['manyHops', 'textCut'];
  expect(
    Object.keys(HEADER_FINDINGS).filter((code) => !codes.has(code as never) && !alone.includes(code)),
  ).toEqual([]);
});

test.each(LOCALES)('what is said of a path names all that it speaks of (%s)', (locale) => {
  const words = wordsOf(locale);
  for (const { direction, verdict, legs } of [...INTO, ...OUT_OF, ...OTHERWISE].map(judgeRow)) {
    const reasons = legs.flatMap((leg) => leg.reasons.map(words.reason));
    for (const sentence of [words.direction(direction), words.verdict(verdict), ...reasons]) {
      expect(sentence.length).toBeGreaterThan(10);
      // What a missing parameter would leave.
      expect(sentence).not.toMatch(/[{}]|“”|\(\)| {2}| [.,:;]|undefined|^[ ,]/);
    }
  }
});
