// What axe finds wrong with a page: nothing, in every test that looks.
import { setTimeout as sleep } from 'node:timers/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LOOKS = 6;
const BETWEEN_LOOKS_MS = 300;

/**
 * Looks again for a moment: the page behind a dialog is hidden from everybody 250 ms after it opens (Tabster), and
 * colours change on their way. What stays wrong is wrong. Looks are counted, not timed: on a busy machine one takes
 * seconds.
 */
export async function expectAccessible(page: Page): Promise<void> {
  let found = await violationsOf(page);
  for (let looks = 1; found.length > 0 && looks < LOOKS; looks += 1) {
    await sleep(BETWEEN_LOOKS_MS);
    found = await violationsOf(page);
  }
  expect(found).toEqual([]);
}

/** Tabster's focus sentinels are hidden and focusable on purpose: they hand the focus on at once. */
async function violationsOf(page: Page): Promise<[rule: string, html: string[]][]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-tabster-dummy]')
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
