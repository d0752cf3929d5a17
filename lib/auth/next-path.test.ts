import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './next-path';

describe('after sign-in, the console leads back to', () => {
  it.each([
    ['/', '/'],
    ['/connectors', '/connectors'],
    ['/connectors?sort=name&page=2#top', '/connectors?sort=name&page=2#top'],
    ['/connectors/a b', '/connectors/a%20b'],
  ])('%j as %j', (asked, path) => expect(nextPath(asked)).toBe(path));
});

describe('a destination that leaves the console becomes the start page', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'connectors',
    '',
    ' /connectors',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/reset/abc',
    `/${'a'.repeat(3_000)}`,
    undefined,
    ['/a', '/b'],
    42,
  ])('%j', (asked) => expect(nextPath(asked)).toBe('/'));
});

describe('the sign-in address', () => {
  it('carries the page that was asked for', () =>
    expect(signInPath('/connectors?sort=name')).toBe('/sign-in?next=%2Fconnectors%3Fsort%3Dname'));
  it('is plain for the start page', () => expect(signInPath('/')).toBe('/sign-in'));
});
