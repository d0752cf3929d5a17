// What each role may do: one table, asked by every operation.

export type Role = 'admin' | 'helpdesk';
export const ROLES: readonly Role[] = ['admin', 'helpdesk'];

/** Something a person may or may not do. `read` verbs look, the others change. */
export type Permission =
  | 'connector:read'
  | 'connector:create'
  /** Draft and publish. */
  | 'connector:edit'
  | 'connector:delete'
  /** Undo a deletion. */
  | 'connector:restore'
  | 'connector:switch'
  /** Accepted domains, transport rules, and what both make of a route. */
  | 'mailSetup:read'
  | 'mailSetup:edit'
  /** Write what is here as a script or a file. */
  | 'exchange:export'
  /** Read a tenant's file, and take over what it says. */
  | 'exchange:import'
  | 'validation:read'
  /** Validate a connector as it is saved. */
  | 'validation:run'
  /** Validate settings that are not saved, and so any host. */
  | 'validation:runUnsaved'
  /** See how far the set-up guide is. */
  | 'guide:read'
  /** Choose its scenario, confirm its steps, ask for its checks. */
  | 'guide:edit'
  | 'audit:read'
  | 'user:manage';

const HELPDESK: readonly Permission[] = [
  'connector:read',
  'mailSetup:read',
  'exchange:export',
  'validation:read',
  'validation:run',
  'guide:read',
];
const ADMIN: readonly Permission[] = [
  ...HELPDESK,
  'connector:create',
  'connector:edit',
  'connector:delete',
  'connector:restore',
  'connector:switch',
  'mailSetup:edit',
  'exchange:import',
  'validation:runUnsaved',
  'guide:edit',
  'audit:read',
  'user:manage',
];

const PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  admin: new Set(ADMIN),
  helpdesk: new Set(HELPDESK),
};

/** True where `role` may do `permission`. */
export const may = (role: Role, permission: Permission): boolean => PERMISSIONS[role].has(permission);

/** Who is asking: a signed-in person, as the session says. */
export type Actor = Readonly<{ userId: string; name: string; email: string; role: Role; sessionId: string }>;
