'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { Outcome } from '@/lib/operations/outcome';

export type CheckName = (
  input: Readonly<{ name: string; connectorId?: string }>,
) => Promise<Outcome<{ taken: boolean }>>;

/** Under this key lies what is known of a name; saving writes it too. */
export const nameKey = (name: string) => ['connector-name', name.trim().toLowerCase()] as const;

/** Long enough that a word is asked for once, and not with each of its letters. */
const PAUSE_MS = 300;

/** Whether a connector has that name. Asked early; where the answer fails to come, saving still tells. */
export function useNameTaken(name: string, checkName: CheckName): boolean {
  const asked = name.trim();
  const { data } = useQuery({
    queryKey: nameKey(name),
    queryFn:
      asked === ''
        ? skipToken
        : async ({ signal }) => {
            await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
            if (signal.aborted) return false;
            const answer = await checkName({ name: asked });
            return answer.ok && answer.value.taken;
          },
    retry: false,
  });
  return data === true;
}
