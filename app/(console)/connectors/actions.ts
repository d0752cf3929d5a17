'use server';
import { deleteConnectors, deleteConnectorsInput } from '@/lib/operations/delete-connectors';
import { serverAction } from '@/lib/server-action';

export const deleteConnectorsAction = serverAction(deleteConnectorsInput, deleteConnectors);
