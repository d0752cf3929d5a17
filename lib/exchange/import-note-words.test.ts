import { expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { IMPORT_NOTE_CODES } from './import-note-codes';

test.each(LOCALES)('every note about an imported object has its words (%s)', (locale) => {
  expect(Object.keys(MESSAGES[locale].importNotes).sort()).toEqual([...IMPORT_NOTE_CODES].sort());
});
