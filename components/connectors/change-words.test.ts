import { describe, expect, it } from 'vitest';
import { draftFields, emptyDraft, LIST_FIELDS } from '@/lib/mailflow/connector-draft';
import { connectorDraftSchema } from '@/lib/mailflow/connector-draft-schema';
import { LOCALES, MESSAGES } from '@/messages';

const draft = emptyDraft();
const fields = draftFields();

describe.each(LOCALES)('the words for differences in %s', (locale) => {
  const { what, choice, on, off } = MESSAGES[locale].changes;

  it('name every switch, on and off', () => {
    const switches = fields.filter((field) => typeof draft[field] === 'boolean').sort();
    expect(Object.keys(on).sort()).toEqual(switches);
    expect(Object.keys(off).sort()).toEqual(switches);
  });

  it('name every other field', () => {
    const others = fields.filter((field) => typeof draft[field] !== 'boolean').sort();
    expect(Object.keys(what).sort()).toEqual([...others, 'exchange'].sort());
    for (const list of LIST_FIELDS) expect(what).toHaveProperty(list);
  });

  it('name every code of every choice', () => {
    const codes = Object.entries(connectorDraftSchema.shape).flatMap(([field, schema]) =>
      'options' in schema ? [[field, [...schema.options].filter((code) => code !== '').sort()]] : [],
    );
    const named = Object.entries(choice).map(([field, words]) => [field, Object.keys(words).sort()]);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(codes));
  });
});
