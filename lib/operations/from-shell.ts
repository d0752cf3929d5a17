// Operations for whoever has a shell on the server, and so is not asked who they are.
import type { Actor } from '../auth/permissions';
import type { OperationContext } from './context';

/** Has no account: in the audit log an actor without an id. */
const COMMAND_LINE: Actor = { userId: '', name: 'command line', email: '', role: 'admin', sessionId: '' };

/** The context in which the command line may do what an admin may, under its own name: only `cli/` may call it. */
export const fromShell = (context: OperationContext): OperationContext => ({ ...context, who: COMMAND_LINE });
