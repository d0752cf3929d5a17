// The words that a page takes to the browser, and no others: all of them would be three quarters of what a page weighs.
// words.test.ts holds each list against what the components of its page ask for.
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from '@/messages';

/** On every page. */
const EVERYWHERE = ['common', 'frame'] as const;

type WordsProps = Readonly<{ of?: readonly Namespace[]; children: ReactNode }>;

/** Words for what is inside: those of EVERYWHERE and of these namespaces, instead of what is around. */
export async function Words({ of = [], children }: WordsProps) {
  const all = await getMessages();
  const taken = [...EVERYWHERE, ...of].map((namespace) => [namespace, all[namespace]] as const);
  return <NextIntlClientProvider messages={Object.fromEntries(taken)}>{children}</NextIntlClientProvider>;
}

/** A page, or a layout with the pages that bring none of their own, and its words around it. */
export function withWords<Props>(
  page: (props: Props) => ReactNode | Promise<ReactNode>,
  ...namespaces: readonly Namespace[]
): (props: Props) => Promise<ReactNode> {
  return async (props) => <Words of={namespaces}>{await page(props)}</Words>;
}
