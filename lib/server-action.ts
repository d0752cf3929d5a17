// The one door of all server actions: who, parse, do, typed answer. Trusts nothing that comes in: anybody can call one.
// Refuses what no database takes as text, so that no operation has to ask that of each of its texts and ids.
import 'server-only';
import { cookies } from 'next/headers';
import { unstable_rethrow as rethrowNext } from 'next/navigation';
import type { z } from 'zod';
import { log } from './log';
import { observed } from './observe/operation';
import type { OperationContext } from './operations/context';
import { done, type Outcome, problem } from './operations/outcome';
import { isReadable } from './operations/readable-input';
import type { SessionChange } from './operations/sign-in';
import { storageProblem } from './operations/storage-problem';
import { requestContext } from './server-request';

type Operation<Input, T> = (context: OperationContext, input: Input) => Promise<Outcome<T>>;
type Action<T> = (input: unknown) => Promise<Outcome<T>>;

/**
 * An action that hands what `schema` reads to `operation`. Input of another shape is `malformed` and reaches nothing.
 * What throws is logged under an id, and the browser gets that id as the error's digest and no more; where the store itself is the
 * trouble, it gets that as a problem, which says what to do.
 */
export function serverAction<Schema extends z.ZodType, T>(
  schema: Schema,
  operation: Operation<z.output<Schema>, T>,
  name = operation.name,
): Action<T> {
  return async (input) => {
    try {
      return await observed(name, async () => {
        const context = await requestContext();
        const read = isReadable(input) ? schema.safeParse(input) : undefined;
        if (!read?.success) return problem({ kind: 'malformed' });
        return operation(context, read.data);
      });
    } catch (error) {
      rethrowNext(error);
      const errorId = crypto.randomUUID();
      log.error({ err: error, errorId, operation: name }, 'An action failed');
      const known = storageProblem(error);
      if (known) return known;
      throw Object.assign(new Error('The action failed; the log has the cause.'), { digest: errorId });
    }
  };
}

/** The same for an operation that opens or ends a session: its cookies go to the browser and not to the page. */
export function sessionAction<Schema extends z.ZodType>(
  schema: Schema,
  operation: Operation<z.output<Schema>, SessionChange>,
): Action<{ signedIn: boolean }> {
  const withCookies = async (context: OperationContext, input: z.output<Schema>) => {
    const outcome = await operation(context, input);
    if (!outcome.ok) return outcome;
    const jar = await cookies();
    const set = outcome.value.cookies;
    for (const { name, value, options } of set) jar.set(name, value, withoutGaps(options));
    return done({ signedIn: set.some(({ value }) => value !== '') });
  };
  return serverAction(schema, withCookies, operation.name);
}

/** The options that are set; next/headers takes no `undefined` under exact optional types. */
function withoutGaps(options: SessionChange['cookies'][number]['options']) {
  const { maxAge, path, secure, httpOnly, sameSite } = options;
  return {
    ...(maxAge !== undefined && { maxAge }),
    ...(path !== undefined && { path }),
    ...(sameSite !== undefined && { sameSite }),
    secure: secure ?? false,
    httpOnly: httpOnly ?? true,
  };
}
