// The words that a group of pages takes to the browser, and no others.
import { getMessages } from 'next-intl/server';
import type { Namespace } from '@/messages';

export async function messagesOf(...namespaces: readonly Namespace[]) {
  const all = await getMessages();
  return Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
}
