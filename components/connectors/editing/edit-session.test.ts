import { describe, expect, it } from 'vitest';
import { type ConnectorDraft, emptyDraft } from '@/lib/mailflow/connector-draft';
import type { EditingView } from '@/lib/operations/editing';
import { editSteps, hasMoved, isOtherDraft, storedEdit, worthKeeping } from './edit-session';

const settings = (given: Partial<ConnectorDraft> = {}): ConnectorDraft => ({
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'To our servers',
  ...given,
});

const VIEW: EditingView = {
  connectorId: 'c1',
  name: 'To our servers',
  inForce: { version: 3, draft: settings(), createdAt: '2026-11-24T08:00:00.000Z', createdByName: 'Ada' },
};

const DRAFT: NonNullable<EditingView['draft']> = {
  draft: settings({ description: 'half done' }),
  baseVersion: 2,
  base: settings({ description: 'version 2' }),
  revision: 7,
  authorId: 'ben',
  authorName: 'Ben',
  updatedAt: '2026-11-24T09:00:00.000Z',
  runId: 'run-1',
  mine: false,
};

describe('What an edit begins with', () => {
  it('is the version in force where nobody has left a draft', () => {
    const { draft, origin } = storedEdit(VIEW);
    expect(draft).toEqual(VIEW.inForce.draft);
    expect(origin).toEqual({ baseVersion: 3, base: VIEW.inForce.draft });
  });

  it('is the stored draft, with the version that it was begun on and the validation that its author saw', () => {
    const view = { ...VIEW, draft: DRAFT };
    const { draft, origin, runId } = storedEdit(view);
    expect({ draft, runId }).toEqual({ draft: DRAFT.draft, runId: 'run-1' });
    expect(origin).toEqual({ baseVersion: 2, base: DRAFT.base, revision: 7 });
    expect(hasMoved(view, origin)).toBe(true);
    expect(isOtherDraft(view, origin)).toBe(false);
  });

  it('is the old version that was asked for, and continues no draft', () => {
    const view = { ...VIEW, draft: DRAFT, restored: { version: 1, draft: settings({ name: 'Old' }) } };
    const { draft, origin } = storedEdit(view);
    expect(draft.name).toBe('Old');
    expect(origin).toEqual({ baseVersion: 3, base: VIEW.inForce.draft, restoredFrom: 1 });
    expect(isOtherDraft(view, origin)).toBe(true);
  });

  it('never asks for the two ends again', () => {
    expect(editSteps(settings()).map(({ id }) => id)).toEqual([
      'name',
      'scope',
      'routing',
      'security',
      'validation',
      'review',
    ]);
  });
});

describe('What the browser kept', () => {
  const stored = storedEdit({ ...VIEW, draft: DRAFT });
  const older = { ...stored, origin: { ...stored.origin, revision: 6 } };

  it('counts while the same draft is stored', () => {
    const kept = { ...stored, typed: false };
    expect(worthKeeping(kept, stored)).toBe(kept);
  });

  it('counts beside a newer draft only where something was typed', () => {
    const typed = { ...older, typed: true };
    expect(worthKeeping(typed, stored)).toBe(typed);
    expect(worthKeeping({ ...older, typed: false }, stored)).toBeUndefined();
  });

  it('need not be there', () => {
    expect(worthKeeping(undefined, stored)).toBeUndefined();
  });
});
