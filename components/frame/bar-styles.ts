'use client';
import { makeStyles } from '@fluentui/react-components';

/** For transparent buttons in the top bar: they take its colour, also under the pointer. */
export const useBarStyles = makeStyles({
  button: { color: 'inherit', ':hover': { color: 'inherit' }, ':hover:active': { color: 'inherit' } },
});
