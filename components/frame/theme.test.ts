import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { themeCss } from './theme';

const value = (token: string) => new RegExp(`--${token}: (.*);`).exec(themeCss())?.[1];

test('the style sheet is what Fluent has now', async () => {
  await expect(themeCss()).toMatchFileSnapshot('../../app/theme.css');
});

test('a colour is light or dark as the page is', () => {
  expect(value('colorNeutralBackground1')).toBe('light-dark(#ffffff, #292929)');
  expect(value('colorBrandBackground')).toBe(
    `light-dark(${webLightTheme.colorBrandBackground}, ${webDarkTheme.colorBrandBackground})`,
  );
});

test('each colour in a shadow too, and nothing else of it', () => {
  expect(value('shadow4')).toBe(
    '0 0 2px light-dark(rgba(0,0,0,0.12), rgba(0,0,0,0.24)), 0 2px 4px light-dark(rgba(0,0,0,0.14), rgba(0,0,0,0.28))',
  );
});

test('no token is left behind', () => {
  for (const token of Object.keys(webLightTheme)) expect(value(token), token).toMatch(/\S/);
});
