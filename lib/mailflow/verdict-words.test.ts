import { expect, test } from 'vitest';
import { MESSAGES } from '../../messages';
import { STAGES } from './observation';
import { VERDICT_CODES } from './verdict-codes';

test.each(['en', 'it'] as const)(
  'every verdict has its words and its remedy (%s), and no words are left over',
  (locale) => {
    const { verdicts, stages } = MESSAGES[locale];
    expect(Object.keys(verdicts).sort()).toEqual([...VERDICT_CODES].sort());
    for (const { text, remedy } of Object.values(verdicts)) {
      expect(text.length).toBeGreaterThan(20);
      expect(remedy.length).toBeGreaterThan(20);
    }
    expect(Object.keys(stages).sort()).toEqual([...STAGES].sort());
  },
);
