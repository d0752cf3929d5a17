import type { ComponentType } from 'react';
import type { ConnectorDraft, DraftField } from '@/lib/mailflow/connector-draft';
import { type Scenario, scenarioOf } from '@/lib/mailflow/scenario';
import type { WizardForm } from '../wizard-form';

export type FieldViewProps = Readonly<{ form: WizardForm }>;

/** How one of the draft's fields is asked; nothing where it doesn't count. */
export type FieldView = ComponentType<FieldViewProps>;

/** The fields that are a box to tick. */
export type BooleanField = {
  [Field in DraftField]: ConnectorDraft[Field] extends boolean ? Field : never;
}[DraftField];

/** For the messages whose words differ by scenario. */
export const scenarioIn = ({ draft }: WizardForm): { scenario: Scenario | 'none' } => ({
  scenario: scenarioOf(draft) ?? 'none',
});
