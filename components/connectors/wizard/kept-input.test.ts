import { beforeEach, expect, it, vi } from 'vitest';
import { differs, freshInput, keptPlace } from './kept-input';

const shelf = new Map<string, string>();
beforeEach(() => {
  shelf.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => shelf.set(key, value),
    removeItem: (key: string) => shelf.delete(key),
  });
});

const typed = { ...freshInput(), pending: { ...freshInput().pending, smartHosts: 'mail.contoso' } };

it('a place gives back what was kept there, and nothing of another place', () => {
  const edit = keptPlace('edit:1', freshInput());
  edit.keep(typed);
  expect(edit.read()).toEqual(typed);
  expect(keptPlace('edit:2', freshInput()).read()).toBeUndefined();
  edit.forget();
  expect(edit.read()).toBeUndefined();
});

it.each([
  ['text', 'not JSON'],
  ['a list', '[]'],
  ['a draft without its lists', JSON.stringify({ ...typed, draft: { ...typed.draft, smartHosts: 'x' } })],
  ['a step that is no more', JSON.stringify({ ...typed, visited: ['connection'] })],
  ['what an edit has and a new connector has not', JSON.stringify({ ...typed, note: undefined })],
])('%s under its key is left alone', (_, held) => {
  shelf.set('mailspan.wizard.edit:1', held);
  expect(keptPlace('edit:1', { ...freshInput(), note: '' }).read()).toBeUndefined();
});

it('a browser that keeps nothing still lets the wizard be used', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('full');
    },
  });
  const place = keptPlace('new', freshInput());
  expect(() => place.keep(typed)).not.toThrow();
  expect(place.read()).toBeUndefined();
});

it('text that is typed and not added is something to lose, a step that was seen is not', () => {
  expect(differs(typed, freshInput())).toBe(true);
  expect(differs({ ...freshInput(), visited: ['scenario', 'name'] }, freshInput())).toBe(false);
});
