import { expect, it } from 'vitest';
import { emptyDraft } from './connector-draft';
import { CONNECTOR_STEPS, STEP_IDS, visibleSteps } from './connector-steps';

const ids = (draft: ReturnType<typeof emptyDraft>) => visibleSteps(draft).map(({ id }) => id);

it('every field of a draft is on exactly one screen', () => {
  const shown = CONNECTOR_STEPS.flatMap(({ fields }) => fields);
  expect([...shown].sort()).toEqual(Object.keys(emptyDraft()).sort());
});

it("to your organization's servers there are seven screens, in EAC's order; before a choice too", () => {
  expect(ids({ ...emptyDraft(), from: 'office365', to: 'organization' })).toEqual(STEP_IDS);
  expect(ids(emptyDraft())).toEqual(STEP_IDS);
});

it('to Office 365 nothing is routed or validated from here', () => {
  expect(ids({ ...emptyDraft(), from: 'organization', to: 'office365' })).toEqual([
    'scenario',
    'name',
    'review',
  ]);
});
