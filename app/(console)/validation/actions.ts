'use server';
import { cancelValidation, cancelValidationInput } from '@/lib/operations/cancel-validation';
import {
  requestConnectorValidation,
  requestConnectorValidationInput,
} from '@/lib/operations/request-validation';
import { serverAction } from '@/lib/server-action';

export const cancelValidationAction = serverAction(cancelValidationInput, cancelValidation);
export const requestConnectorValidationAction = serverAction(
  requestConnectorValidationInput,
  requestConnectorValidation,
);
