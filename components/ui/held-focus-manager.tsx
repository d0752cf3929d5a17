'use client';
import { useFocusFinders } from '@fluentui/react-components';

/** Renders nothing. Loaded by focus-keeper.tsx; whoever uses the focus manager keeps it alive. */
export default function HeldFocusManager() {
  useFocusFinders();
  return null;
}
