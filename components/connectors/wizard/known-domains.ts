// The accepted domains, for whatever reviews a draft: a page hands them to the wizard it shows.
import { createContext, useContext } from 'react';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';

export const KnownDomains = createContext<readonly AcceptedDomain[]>([]);

export const useKnownDomains = (): readonly AcceptedDomain[] => useContext(KnownDomains);
