import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from './own-page';

const asked = (headers: Record<string, string>, method = 'POST') =>
  isFromOwnPage({ method, headers: new Headers({ host: 'mail.contoso.com', ...headers }) });

describe('A request that may change something', () => {
  it.each([
    ['from a page of the console', { origin: 'https://mail.contoso.com', 'sec-fetch-site': 'same-origin' }],
    ['over plain HTTP, where browsers send no Sec-Fetch-Site', { origin: 'http://mail.contoso.com' }],
    ['from a program that is no browser', {}],
    ['that a person began themselves', { 'sec-fetch-site': 'none' }],
    [
      'through a proxy that has another name inside',
      { host: '10.0.0.5:3000', origin: 'https://mail.contoso.com', 'x-forwarded-host': 'mail.contoso.com' },
    ],
    [
      'through two proxies, of which the outer one counts',
      {
        host: 'inner',
        origin: 'https://mail.contoso.com:8443',
        'x-forwarded-host': 'mail.contoso.com:8443, inner',
      },
    ],
    [
      'at a host in capitals',
      { host: 'MAIL.contoso.com', origin: 'https://mail.contoso.com', 'sec-fetch-site': 'same-origin' },
    ],
  ])('%s is taken', (_, headers) => {
    expect(asked(headers)).toBe(true);
  });

  it.each([
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from another site over plain HTTP', { origin: 'http://evil.example' }],
    ['from a sibling domain', { origin: 'https://blog.contoso.com', 'sec-fetch-site': 'same-site' }],
    ['from another port', { origin: 'https://mail.contoso.com:8080' }],
    ['from a page without an origin', { origin: 'null' }],
    ['from another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['with an origin that is no address', { origin: 'mail.contoso.com' }],
    ['from a host that only begins like ours', { origin: 'https://mail.contoso.com.evil.example' }],
    ['with our name as user', { origin: 'https://mail.contoso.com@evil.example' }],
  ])('%s is refused', (_, headers) => {
    expect(asked(headers)).toBe(false);
  });
});

it('a link from anywhere leads to a page', () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect(asked(headers, 'GET')).toBe(true);
});
