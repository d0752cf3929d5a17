'use client';
import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  renderToStyleElements,
  SSRProvider,
} from '@fluentui/react-components';
import { useServerInsertedHTML } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';

/** Empty: the tokens are custom properties of the document, see app/theme.css. */
const THEME = {};

/** Fluent for one request on the server, or for the life of the page in the browser; every style carries `nonce`. */
export function FluentRoot({ nonce, children }: Readonly<{ nonce: string; children: ReactNode }>) {
  // Kept from the first render: a refreshed page still lives under the policy of its first load.
  const [renderer] = useState(() =>
    createDOMRenderer(typeof document === 'undefined' ? undefined : document, {
      styleElementAttributes: { nonce },
    }),
  );
  const sent = useRef(0);
  useServerInsertedHTML(() => {
    // Again only where a part that was streamed later brought rules of its own.
    const rules = Object.keys(renderer.insertionCache).length;
    if (rules === sent.current) return null;
    sent.current = rules;
    return <>{renderToStyleElements(renderer)}</>;
  });
  return (
    <RendererProvider renderer={renderer}>
      <SSRProvider>
        <Surface>{children}</Surface>
      </SSRProvider>
    </RendererProvider>
  );
}

/** Below the renderer, so that its own style carries the nonce too. */
function Surface({ children }: Readonly<{ children: ReactNode }>) {
  // No class of our own here: Fluent gives it to every portal too, and a tall one would cover the page.
  return <FluentProvider theme={THEME}>{children}</FluentProvider>;
}
