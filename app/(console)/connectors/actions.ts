'use server';
import { deleteConnectors, deleteConnectorsInput } from '@/lib/operations/delete-connectors';
import { discardDraft, discardDraftInput } from '@/lib/operations/discard-draft';
import {
  requestConnectorValidation,
  requestConnectorValidationInput,
} from '@/lib/operations/request-validation';
import { switchConnectors, switchConnectorsInput } from '@/lib/operations/switch-connectors';
import { undeleteConnectors, undeleteConnectorsInput } from '@/lib/operations/undelete-connectors';
import { validateConnectors, validateConnectorsInput } from '@/lib/operations/validate-connectors';
import { serverAction } from '@/lib/server-action';

export const switchConnectorsAction = serverAction(switchConnectorsInput, switchConnectors);
export const deleteConnectorsAction = serverAction(deleteConnectorsInput, deleteConnectors);
export const undeleteConnectorsAction = serverAction(undeleteConnectorsInput, undeleteConnectors);
export const validateConnectorsAction = serverAction(validateConnectorsInput, validateConnectors);
export const requestConnectorValidationAction = serverAction(
  requestConnectorValidationInput,
  requestConnectorValidation,
);
export const discardDraftAction = serverAction(discardDraftInput, discardDraft);
