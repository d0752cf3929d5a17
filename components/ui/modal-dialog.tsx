'use client';
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type FormEventHandler, type ReactNode, useEffect, useState } from 'react';
import { useKeptFocusManager } from './held-focus-manager';

type ModalDialogProps = Readonly<{
  title: string;
  children: ReactNode;
  /** Buttons, the one that does it first. */
  actions: ReactNode;
  /** `alert` is not closed by a click beside it: for questions that need an answer. */
  kind?: 'alert' | 'modal';
  /** Several long buttons get the whole width. */
  wideActions?: boolean;
  contentClassName?: string;
  /** Where its content is a form. */
  onSubmit?: FormEventHandler;
  /** Also asked for by Escape. */
  onClose: () => void;
}>;

/** The one dialog over a page: mount it while it is open, load it late. Gives the focus back to what had it before. */
export function ModalDialog(props: ModalDialogProps) {
  const { title, children, actions, kind = 'modal', wideActions = false } = props;
  const { contentClassName, onSubmit, onClose } = props;
  useKeptFocusManager();
  useFocusBack();
  const body = (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent {...(contentClassName && { className: contentClassName })}>{children}</DialogContent>
      <DialogActions fluid={wideActions}>{actions}</DialogActions>
    </DialogBody>
  );
  return (
    <Dialog modalType={kind} open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        {onSubmit ? (
          <form noValidate onSubmit={onSubmit}>
            {body}
          </form>
        ) : (
          body
        )}
      </DialogSurface>
    </Dialog>
  );
}

/** Fluent gives the focus back to its own triggers only, and these dialogs have none. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the surface is gone: what it does on its way out comes first, and somebody may have chosen another place.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
