'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

/** What opens on demand, by the browser's own means. */
export const useFoldStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  summary: {
    cursor: 'pointer',
    padding: '6px 0',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
