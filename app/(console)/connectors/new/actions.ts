'use server';
import { cancelValidation, cancelValidationInput } from '@/lib/operations/cancel-validation';
import { checkName, checkNameInput } from '@/lib/operations/check-name';
import { createConnector, createConnectorInput } from '@/lib/operations/create-connector';
import { requestValidation, requestValidationInput } from '@/lib/operations/request-validation';
import { serverAction } from '@/lib/server-action';

export const checkNameAction = serverAction(checkNameInput, checkName);
export const requestValidationAction = serverAction(requestValidationInput, requestValidation);
export const cancelValidationAction = serverAction(cancelValidationInput, cancelValidation);
export const createConnectorAction = serverAction(createConnectorInput, createConnector);
