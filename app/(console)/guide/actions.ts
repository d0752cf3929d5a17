'use server';
import { chooseScenario } from '@/lib/operations/choose-scenario';
import { confirmStep, withdrawConfirmation } from '@/lib/operations/confirm-step';
import {
  chooseScenarioInput,
  confirmStepInput,
  requestGuideChecksInput,
  withdrawConfirmationInput,
} from '@/lib/operations/guide-input';
import { requestGuideChecks } from '@/lib/operations/request-guide-checks';
import { serverAction } from '@/lib/server-action';

export const chooseScenarioAction = serverAction(chooseScenarioInput, chooseScenario);
export const confirmStepAction = serverAction(confirmStepInput, confirmStep);
export const withdrawConfirmationAction = serverAction(withdrawConfirmationInput, withdrawConfirmation);
export const requestGuideChecksAction = serverAction(requestGuideChecksInput, requestGuideChecks);
