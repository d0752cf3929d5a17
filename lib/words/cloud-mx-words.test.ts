import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { CLOUD_MX_VERDICTS, judgeCloudMx, type MxFacts } from '../mailflow/cloud-mx';
import { MX_GUARD } from '../mailflow/mx-guard';
import { cloudMxWords } from './cloud-mx-words';

/** A sentence whose parameter is missing fails the test. */
const said = (locale: (typeof LOCALES)[number], domain: string, facts: MxFacts): string[] => {
  const onError = (error: Error) => {
    throw error;
  };
  const words = cloudMxWords(
    createTranslator({ locale, messages: MESSAGES[locale], namespace: 'cloudMx', onError }),
  );
  const verdict = judgeCloudMx(domain, facts);
  return [
    words.verdict(domain, verdict),
    words.remedy(domain, verdict) ?? '',
    ...verdict.exchangers.map(({ kind }) => words.kind(kind)),
  ];
};

test.each(LOCALES)('every code has its words (%s), and no words are left over', (locale) => {
  const { verdict, remedy, guard } = MESSAGES[locale].cloudMx;
  expect(Object.keys(guard).sort()).toEqual(Object.keys(MX_GUARD).sort());
  expect(Object.keys(verdict).sort()).toEqual(Object.keys(CLOUD_MX_VERDICTS).sort());
  const open = Object.entries(CLOUD_MX_VERDICTS).flatMap(([code, state]) => (state === 'done' ? [] : [code]));
  expect(Object.keys(remedy).sort()).toEqual(open.sort());
});

test('an administrator reads where the mail goes, and what to do', () => {
  const exchangers = [
    { name: 'contoso-com.mail.protection.outlook.com', preference: 0 },
    ...[1, 2, 3, 4].map((n) => ({ name: `mx${n}.contoso.com`, preference: 10 })),
  ];
  expect(said('en', 'contoso.com', { exchangers })[0]).toBe(
    'Mail for contoso.com goes to Microsoft 365 first, and past it to mx1.contoso.com, mx2.contoso.com, mx3.contoso.com, … whenever a sender chooses so.',
  );
  expect(said('it', `${'a'.repeat(60)}.com`, { failure: { kind: 'nullMx' } }).join('')).toContain(
    'Sostituire il record con uno per il nome indicato nell’interfaccia di amministrazione',
  );
});
