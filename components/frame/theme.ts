// Fluent's light and dark theme in one style sheet: each colour is light-dark(…), and `color-scheme` on <html> decides. So a
// page has the right colours before any script runs, follows the system while it is open, a switch renders nothing again,
// and no theme goes to the browser as script. theme.test.ts writes app/theme.css from it; no page imports this file.
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';

/** Segoe UI where there is one; else what comes nearest in width on each system, DejaVu never. */
const fontFamilyBase =
  '"Segoe UI", "Segoe UI Web (West European)", -apple-system, BlinkMacSystemFont, Selawik, Roboto, Ubuntu, Cantarell, "Open Sans", "Noto Sans", "Liberation Sans", Arial, sans-serif';
const fontFamilyMonospace =
  '"Cascadia Mono", Consolas, "SF Mono", Menlo, "Roboto Mono", "Ubuntu Mono", "Noto Sans Mono", "Liberation Mono", "Courier New", monospace';

const COLOUR = /#[0-9a-f]{3,8}|rgba?\([^)]*\)|transparent/gi;

/** A value whose colours are `light`'s or `dark`'s; both have the same form apart from those. */
function either(light: string, dark: string): string {
  if (light === dark) return light;
  const darkColours = dark.match(COLOUR) ?? [];
  let place = 0;
  return light.replace(COLOUR, (colour) => `light-dark(${colour}, ${darkColours[place++] ?? colour})`);
}

const dark: Readonly<Record<string, unknown>> = webDarkTheme;
const adaptive = Object.entries({ ...webLightTheme, fontFamilyBase, fontFamilyMonospace }).map(
  ([name, value]) => [
    name,
    name.startsWith('fontFamily') ? value : either(String(value), String(dark[name])),
  ],
);

/** Every token of Fluent as a custom property of the document. */
export function themeCss(): string {
  const lines = adaptive.map(([name, value]) => `  --${name}: ${value};`);
  return `/* Written by components/frame/theme.test.ts out of Fluent's themes: npx vitest run components/frame --update */\n:root {\n${lines.join('\n')}\n}\n`;
}
