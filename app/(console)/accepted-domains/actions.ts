'use server';
import { acceptedDomainUses, domainUsesInput } from '@/lib/operations/accepted-domains';
import { removeAcceptedDomains, removeAcceptedDomainsInput } from '@/lib/operations/remove-accepted-domains';
import {
  addAcceptedDomain,
  addAcceptedDomainInput,
  changeAcceptedDomain,
  changeAcceptedDomainInput,
} from '@/lib/operations/save-accepted-domain';
import { saveAcceptedDomains, saveAcceptedDomainsInput } from '@/lib/operations/save-accepted-domains';
import { serverAction } from '@/lib/server-action';

export const addAcceptedDomainAction = serverAction(addAcceptedDomainInput, addAcceptedDomain);
export const changeAcceptedDomainAction = serverAction(changeAcceptedDomainInput, changeAcceptedDomain);
export const saveAcceptedDomainsAction = serverAction(saveAcceptedDomainsInput, saveAcceptedDomains);
export const removeAcceptedDomainsAction = serverAction(removeAcceptedDomainsInput, removeAcceptedDomains);
export const acceptedDomainUsesAction = serverAction(domainUsesInput, acceptedDomainUses);
