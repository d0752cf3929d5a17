'use client';
import { cloneElement, type ReactElement, type ReactNode, Suspense, useState, useTransition } from 'react';

type Trigger = ReactElement<{
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}>;

type OnDemandProps = Readonly<{
  /** The button that stands there until it is pressed. */
  trigger: Trigger;
  /** The import behind `children`; called early, as the pointer or the focus comes near. */
  load: () => Promise<unknown>;
  /** A lazy menu with the same button in it, open from its first moment. */
  children: ReactNode;
}>;

/** A button whose menu's code is loaded only when somebody is about to open it. */
export function OnDemand({ trigger, load, children }: OnDemandProps) {
  const [wanted, setWanted] = useState(false);
  const [, startTransition] = useTransition();
  // A failed load is told by the lazy component, when it is pressed.
  const near = () => void load().catch(() => undefined);
  const closed = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: near,
    onFocus: near,
    // In a transition the button stays where it is, with the focus on it, until the menu is there.
    onClick: () => startTransition(() => setWanted(true)),
  });
  return <Suspense fallback={closed}>{wanted ? children : closed}</Suspense>;
}
