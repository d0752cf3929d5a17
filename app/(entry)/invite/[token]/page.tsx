import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntryCard } from '@/components/users/entry-card';
import { LinkProblem } from '@/components/users/link-problem';
import { NewAccountForm } from '@/components/users/new-account-form';
import { findOffer } from '@/lib/operations/invitations';
import { requestContext } from '@/lib/server-request';
import { acceptInvitationAction } from './actions';

type TokenProps = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('invite.title'), referrer: 'no-referrer' };
}

export default async function InvitePage({ params }: TokenProps) {
  const { token } = await params;
  const offer = await findOffer(await requestContext(), token);
  if (!offer.ok) return <LinkProblem problem={offer.problem} purpose="invite" />;
  const { role, email } = offer.value;
  const t = await getTranslations('signIn.invite');
  return (
    <EntryCard title={t('title')} description={t('description', { role })}>
      <NewAccountForm
        create={acceptInvitationAction}
        token={token}
        submitLabel={t('submit')}
        {...(email !== undefined && { fixedEmail: email })}
      />
    </EntryCard>
  );
}
