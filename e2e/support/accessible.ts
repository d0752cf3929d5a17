// What axe finds wrong with a page: nothing, in every test that looks.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Tabster's focus sentinels are hidden and focusable on purpose: they hand the focus on at once. */
export async function expectAccessible(page: Page): Promise<void> {
  // Tabster takes a moment until the page behind a dialog is none of anybody's business.
  await expect.poll(() => page.evaluate(isPageBehindHidden)).toBe(true);
  const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

const isPageBehindHidden = (): boolean =>
  document.querySelector('[aria-modal=true]') === null ||
  document.querySelector('main')?.closest('[aria-hidden=true]') !== null;
