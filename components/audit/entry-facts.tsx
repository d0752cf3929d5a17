'use client';
import { useTranslations } from 'next-intl';
import { AUDIT_GROUPS, NO_ACCOUNT } from '@/lib/operations/audit-log-query';
import { Fact } from './fact';
import { type Details, numberIn, objectIn, textIn, textsIn } from './read-details';

/** What an entry's details say beside its sentence and the settings: whatever of it is there. */
export function EntryFacts({ details }: Readonly<{ details: Details }>) {
  const t = useTranslations('audit.facts');
  const [outcome, role] = [textIn(details, 'outcome'), textIn(details, 'role')];
  const [from, to] = [textIn(details, 'from'), textIn(details, 'to')];
  const sessions = numberIn(details, 'sessionsEnded') ?? numberIn(details, 'ended');
  const filters = objectIn(details, 'filters');
  const outcomeWords = [
    ...(outcome ? [t('outcomes', { outcome })] : []),
    ...(details.failureAcknowledged === true ? [t('acknowledged')] : []),
  ];
  return (
    <>
      <Fact name={t('note')}>{textIn(details, 'note')}</Fact>
      <Fact name={t('reason')}>{textIn(details, 'reason')}</Fact>
      <Fact name={t('draftBy')}>{textIn(details, 'draftBy')}</Fact>
      <Fact name={t('outcome')}>{outcomeWords.join('\n')}</Fact>
      <Fact name={t('role')}>
        {from && to ? t('roleChange', { from, to }) : role && t('roles', { role })}
      </Fact>
      <Fact name={t('sessions')}>{sessions?.toString()}</Fact>
      <Fact name={t('domains')}>{textsIn(details, 'domains').join('\n')}</Fact>
      <Fact name={t('hosts')}>{textsIn(details, 'hosts').join('\n')}</Fact>
      <Fact name={t('connected')}>{textsIn(details, 'connected').join('\n')}</Fact>
      <Fact name={t('recipients')}>{textsIn(details, 'recipients').join('\n')}</Fact>
      <Fact name={t('alsoChecked')}>{details.checkRefusals === true && t('refusals')}</Fact>
      {filters && (
        <Fact name={t('filters')}>
          <FilterWords filters={filters} />
        </Fact>
      )}
    </>
  );
}

/** The filters of an export, each under the name that it has on the page. */
function FilterWords({ filters }: Readonly<{ filters: Details }>) {
  const t = useTranslations('audit');
  const person = textIn(filters, 'person');
  const noAccount = NO_ACCOUNT.find((who) => who === person);
  const group = AUDIT_GROUPS.find((one) => one === filters.group);
  const lines = [
    [t('filters.person'), noAccount ? t(`who.${noAccount}`) : (textIn(filters, 'personName') ?? person)],
    [t('filters.group'), group && t(`groups.${group}`)],
    [t('filters.subject'), textIn(filters, 'subject')],
    [t('filters.from'), textIn(filters, 'from')],
    [t('filters.to'), textIn(filters, 'to')],
  ].flatMap(([name, value]) => (value ? `${name}: ${value}` : []));
  return lines.length === 0 ? t('facts.noFilters') : lines.join('\n');
}
