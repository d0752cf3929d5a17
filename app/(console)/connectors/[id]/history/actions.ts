'use server';
import { connectorHistory, connectorHistoryInput } from '@/lib/operations/connector-history';
import { serverAction } from '@/lib/server-action';

export const connectorHistoryAction = serverAction(connectorHistoryInput, connectorHistory);
