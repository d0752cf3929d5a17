'use server';
import { undeleteConnector, undeleteConnectorInput } from '@/lib/operations/undelete-connectors';
import { serverAction } from '@/lib/server-action';

export const undeleteConnectorAction = serverAction(undeleteConnectorInput, undeleteConnector);
