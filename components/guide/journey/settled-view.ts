// What there is left to say of a step once a person's word has settled it.
import type { SubjectView } from '@/lib/mailflow/guide/guide-view';

type Said = Pick<SubjectView, 'evidence' | 'remedies'>;

/** A confirmed step is neither unconfirmed nor to be done; what was seen besides stays. */
export const settledView = ({ state, evidence, remedies }: SubjectView): Said =>
  state === 'confirmed'
    ? {
        evidence: evidence.filter((one) => !(one.kind === 'said' && one.code === 'notConfirmed')),
        remedies: [],
      }
    : { evidence, remedies };
