import { expect, it } from 'vitest';
import { isHybridWizardName } from './hybrid-wizard';

it.each([
  ['Outbound to 0a1b2c3d-0000-4000-8000-0123456789ab', true],
  ['Inbound from 0A1B2C3D-0000-4000-8000-0123456789AB', true],
  ['Outbound to Office 365', false],
  ['Outbound to 0a1b2c3d', false],
  ['My Outbound to 0a1b2c3d-0000-4000-8000-0123456789ab', false],
])('%s: %s', (name, made) => expect(isHybridWizardName(name)).toBe(made));
