'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

export const useFieldStyles = makeStyles({
  group: { marginBottom: '16px' },
  /** Below the choice that it hangs on. */
  nested: { marginLeft: '28px', marginBottom: '16px' },
  /** The same, and another one follows. */
  under: { marginLeft: '28px' },
  /** A box to tick with its hint and error in line with its label. */
  check: {
    '& > .fui-Field__hint, & > .fui-Field__validationMessage': { marginLeft: '36px', marginTop: '0' },
  },
  heading: { margin: '24px 0 4px', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
});
