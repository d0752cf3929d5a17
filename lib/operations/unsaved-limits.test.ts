import { describe, expect, it } from 'vitest';
import type { ValidationPlan } from '../mailflow/validation-plan';
import { limitProblem } from './unsaved-limits';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute));
const planOf = (...names: string[]): ValidationPlan => ({
  hosts: names.map((host) => ({ kind: 'name', host, port: 25 })),
  tls: { level: 'opportunistic' },
  recipients: ['ada@contoso.com', 'eve@fabrikam.com'],
});
const asked = (minute: number, ...names: string[]) => ({ requestedAt: at(minute), plan: planOf(...names) });
const LIMITS = { validations: 3, servers: 4 };

describe('What one person may have tested in an hour with settings that are not saved', () => {
  it('is so many validations, of whatever server', () => {
    const two = [asked(0, 'mail.contoso.com'), asked(10, 'mail.contoso.com')];
    expect(limitProblem(two, planOf('mail.contoso.com'), LIMITS, at(20))).toBeUndefined();
    expect(limitProblem([...two, asked(20, 'a.test')], planOf('mail.contoso.com'), LIMITS, at(30))).toEqual({
      kind: 'rateLimited',
      limit: 'unsavedValidations',
      max: 3,
      retryAfterSeconds: 30 * 60,
    });
  });

  it('is so many different servers; the same one again counts once, another port is another', () => {
    const two = [asked(0, 'a.test', 'b.test'), asked(10, 'c.test')];
    expect(limitProblem(two, planOf('a.test', 'd.test'), LIMITS, at(20))).toBeUndefined();
    const tooMany = { kind: 'rateLimited', limit: 'unsavedServers', max: 4, retryAfterSeconds: 40 * 60 };
    expect(limitProblem(two, planOf('d.test', 'e.test'), LIMITS, at(20))).toEqual(tooMany);
    const plan: ValidationPlan = {
      ...planOf('a.test'),
      hosts: [587, 2525].map((port) => ({ kind: 'name', host: 'a.test', port })),
    };
    expect(limitProblem(two, plan, LIMITS, at(20))).toEqual(tooMany);
  });

  it('counts the domains whose MX records decide', () => {
    const two = [asked(0, 'a.test', 'b.test'), asked(10, 'c.test')];
    expect(limitProblem(two, planOf(), LIMITS, at(20))).toMatchObject({ limit: 'unsavedServers' });
  });

  it('is never enough for one validation of more servers than that', () => {
    const plan = planOf('a.test', 'b.test', 'c.test', 'd.test', 'e.test');
    expect(limitProblem([], plan, LIMITS, at(0))).toMatchObject({
      limit: 'unsavedServers',
      retryAfterSeconds: 3_600,
    });
  });
});
