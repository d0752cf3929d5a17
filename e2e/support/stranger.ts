// Requests as anybody may write them, without a browser: pages, routes, and server actions by their ids.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Outcome } from '../../lib/operations/outcome';
import { type BuiltAction, builtActions } from './surface';

/** Headers that say who asks, and from where. */
export type Caller = Readonly<Record<string, string>>;

/** What came back of an action: `outcome` where it ran, `status` 200 then; else the status alone, and no word of a stack. */
export type ActionAnswer = Readonly<{
  status: number;
  outcome?: Outcome<unknown>;
  cookies: readonly string[];
}>;

type Flight = Readonly<{
  encodeReply: (args: readonly unknown[]) => Promise<string | FormData>;
  createFromReadableStream: (body: ReadableStream, options: object) => Promise<{ a: Promise<unknown> }>;
}>;
/** React's own writer and reader of what goes between a browser and an action, as this version of Next.js brings them. */
const flight = createRequire(resolve(import.meta.dirname, '../../package.json'))(
  'next/dist/compiled/react-server-dom-turbopack/client.edge',
) as Flight;
// Where a session begins or ends, the page comes along, with components that nobody here shows.
Object.assign(globalThis, { __next_chunk_load__: async () => undefined, __next_require__: () => ({}) });
const NOTHING_TO_LOAD = {
  serverConsumerManifest: { moduleMap: null, moduleLoading: null, serverModuleMap: null },
};

export type Stranger = Readonly<{
  /** Follows nothing. */
  get: (path: string, caller?: Caller) => Promise<Response>;
  send: (
    method: string,
    path: string,
    caller?: Caller,
    body?: string | Uint8Array<ArrayBuffer>,
  ) => Promise<Response>;
  /** Calls the action of this name (see surface.ts) with `input`, encoded as a browser would. */
  act: (name: string, input: unknown, caller?: Caller) => Promise<ActionAnswer>;
  /** The same with a body of the caller's own making, which nothing has encoded. */
  actRaw: (name: string, body: string, caller?: Caller) => Promise<ActionAnswer>;
}>;

/** Of the console at `url`. */
export async function strangerAt(url: string): Promise<Stranger> {
  const actions = new Map((await builtActions()).map((action) => [action.name, action]));
  const actionOf = (name: string): BuiltAction => {
    const found = actions.get(name);
    if (!found) throw new Error(`The build has no action ${name}.`);
    return found;
  };
  const send: Stranger['send'] = (method, path, caller = {}, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: caller,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
  const post = async (name: string, body: string | FormData, caller: Caller): Promise<ActionAnswer> => {
    const { id, page } = actionOf(name);
    const answer = await fetch(`${url}${page.replaceAll(/\[\w+\]/g, 'any')}`, {
      method: 'POST',
      headers: {
        ...(typeof body === 'string' && { 'content-type': 'text/plain;charset=UTF-8' }),
        accept: 'text/x-component',
        'next-action': id,
        ...caller,
      },
      body,
      redirect: 'manual',
    });
    const cookies = answer.headers.getSetCookie();
    if (answer.status !== 200 || !answer.body) {
      await answer.arrayBuffer();
      return { status: answer.status, cookies };
    }
    const { a } = await flight.createFromReadableStream(answer.body, NOTHING_TO_LOAD);
    return { status: answer.status, outcome: (await a) as Outcome<unknown>, cookies };
  };
  return {
    get: (path, caller) => send('GET', path, caller),
    send,
    act: async (name, input, caller = {}) => post(name, await flight.encodeReply([input]), caller),
    actRaw: (name, body, caller = {}) => post(name, body, caller),
  };
}
