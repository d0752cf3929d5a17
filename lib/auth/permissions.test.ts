import { expect, it } from 'vitest';
import { may, type Permission, ROLES } from './permissions';

/** Who may do what, written a second time on purpose: a slip in the first table must not go unseen. */
const EXPECTED: Record<Permission, readonly string[]> = {
  'connector:read': ['admin', 'helpdesk'],
  'connector:create': ['admin'],
  'connector:edit': ['admin'],
  'connector:delete': ['admin'],
  'connector:restore': ['admin'],
  'connector:switch': ['admin'],
  'mailSetup:read': ['admin', 'helpdesk'],
  'mailSetup:edit': ['admin'],
  'exchange:export': ['admin', 'helpdesk'],
  'exchange:import': ['admin'],
  'validation:read': ['admin', 'helpdesk'],
  'validation:run': ['admin', 'helpdesk'],
  'validation:runUnsaved': ['admin'],
  'guide:read': ['admin', 'helpdesk'],
  'guide:edit': ['admin'],
  'audit:read': ['admin'],
  'user:manage': ['admin'],
};

it.each(Object.entries(EXPECTED))('%s is for %j', (permission, roles) => {
  expect(ROLES.filter((role) => may(role, permission as Permission))).toEqual(roles);
});
