import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { visibleSteps } from './connector-steps';
import { SCENARIOS } from './scenario';
import { SETUP_FINDING_SEVERITIES, SETUP_FINDING_STEPS } from './setup-finding';
import { reviewSetup } from './setup-review';
import { SETUP_REVIEW_ROWS } from './setup-review-rows-for-tests';

const CODES = Object.keys(SETUP_FINDING_SEVERITIES).sort();
const found = SETUP_REVIEW_ROWS.flatMap((row) => reviewSetup(row.with));

test.each(LOCALES)('every finding says what is wrong, why, and what would fix it (%s)', (locale) => {
  const { setupFindings } = MESSAGES[locale];
  expect(Object.keys(setupFindings).sort()).toEqual(CODES);
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(CODES);
  const t = createTranslator({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => {
      throw error;
    },
  });
  for (const { code, params } of found) {
    for (const part of ['what', 'why', 'fix'] as const) {
      const words = t(`setupFindings.${code}.${part}`, params as never);
      expect(words.length).toBeGreaterThan(15);
      expect(words).not.toMatch(/[{}]/);
    }
  }
});

test('every finding is at home on a step that some scenario has, with the field that would put it right', () => {
  const steps = Object.values(SCENARIOS).flatMap((ends) => visibleSteps(ends));
  for (const { code, fix } of found) {
    expect(steps.map(({ id }) => id)).toContain(SETUP_FINDING_STEPS[code]);
    if (fix.at !== 'connector') continue;
    const fields = steps
      .filter(({ id }) => id === fix.step)
      .flatMap((step) => [...step.fields, ...step.advanced]);
    expect(fields).toContain(fix.field);
  }
});
