'use client';
import { makeStyles } from '@fluentui/react-components';

/** Words for screen readers only, beside what the eye reads off a form. */
export const useUnseenStyles = makeStyles({
  text: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
