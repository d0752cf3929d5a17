import { expect, test } from 'vitest';
import { currentHref, sectionsFor } from './sections';

test.each([
  ['/guide', '/guide'],
  ['/guide/firewall', '/guide/firewall'],
  ['/connectors/c1/edit', '/connectors'],
  ['/connectorship', undefined],
])('%s belongs to %s', (path, href) => expect(currentHref(path, sectionsFor('admin'))).toBe(href));
