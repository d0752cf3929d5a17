'use client';
import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  renderToStyleElements,
  SSRProvider,
} from '@fluentui/react-components';
import { useServerInsertedHTML } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import { theme } from './theme';

const useStyles = makeStyles({ root: { minHeight: '100dvh' } });

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
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.root}>
      {children}
    </FluentProvider>
  );
}
