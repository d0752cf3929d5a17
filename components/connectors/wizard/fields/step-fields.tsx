'use client';
import { Suspense, useEffect } from 'react';
import { preloadable } from '@/components/ui/preloadable';
import type { ConnectorStep } from '@/lib/mailflow/connector-steps';
import type { WizardForm } from '../wizard-form';
import { SCENARIO_VIEWS } from './scenario-fields';

// Nobody sees them on the first screen; they are on their way as soon as the wizard is alive.
const LaterFields = preloadable(async () => (await import('./later-fields')).default);

const isFirst = (field: string): field is keyof typeof SCENARIO_VIEWS => field in SCENARIO_VIEWS;

type StepFieldsProps = Readonly<{ step: ConnectorStep; form: WizardForm }>;

/** Everything that one of the wizard's screens asks. */
export function StepFields({ step, form }: StepFieldsProps) {
  useEffect(() => {
    // A failed load is told where the fields are shown.
    void LaterFields.preload().catch(() => undefined);
  }, []);
  if (step.fields.every(isFirst)) {
    return step.fields.filter(isFirst).map((field) => {
      const View = SCENARIO_VIEWS[field];
      return <View key={field} form={form} />;
    });
  }
  return (
    <Suspense fallback={null}>
      <LaterFields key={step.id} step={step} form={form} />
    </Suspense>
  );
}
