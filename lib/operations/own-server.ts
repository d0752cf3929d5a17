// What the organization's own server has to be told: the values that the set-up knows, and the script for Exchange Server.
import { exchangeServerScript } from '../exchange/exchange-server-script';
import type { Script } from '../exchange/script';
import type { ScriptWords } from '../exchange/script-codes';
import { type KnownServer, knownServer } from '../servers/known-server';
import { VERSION } from '../version';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

/** `script` where it was asked for. */
export type OwnServerAnswer = Readonly<{ known: KnownServer; script?: Script }>;

/** For the page, which shows and keeps nothing: leaves no trace. */
export async function ownServer(
  context: OperationContext,
  { withScript }: Readonly<{ withScript: boolean }>,
  say: ScriptWords,
): Promise<Outcome<OwnServerAnswer>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const { setup } = inForce.value;
  return done({
    known: knownServer(setup),
    ...(withScript && {
      script: exchangeServerScript(setup, { madeAt: context.now(), version: VERSION, say }),
    }),
  });
}
