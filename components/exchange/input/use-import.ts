// A file on its way into the console: sent as it is, read by the server. What was given stays here until it was read.
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { postFile } from '@/components/ui/post-file';
import { EXCHANGE_FILE_MAX_BYTES, type FileRefusal } from '@/lib/exchange/exchange-file';
import type { Problem } from '@/lib/operations/outcome';
import { importPath } from '../exchange-paths';

export type Given = Readonly<{ name: string; body: Blob }>;

/** Why nothing came of it that is not the file's fault. */
export type ImportTrouble = 'signedOut' | 'forbidden' | 'storage' | 'failed';

export type Standing =
  | Readonly<{ state: 'none' }>
  /** `share` of 1 is sent whole, and being read. */
  | Readonly<{ state: 'sending'; share: number }>
  | Readonly<{ state: 'refused'; refusal: FileRefusal }>
  | Readonly<{ state: 'failed'; trouble: ImportTrouble }>;

export function useImport() {
  const router = useRouter();
  const [given, setGiven] = useState<Given>();
  const [standing, setStanding] = useState<Standing>({ state: 'none' });
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const send = async (file: Given) => {
    under.current?.abort();
    setGiven(file);
    if (file.body.size > EXCHANGE_FILE_MAX_BYTES) {
      return setStanding({ state: 'refused', refusal: { code: 'tooLarge' } });
    }
    const way = new AbortController();
    under.current = way;
    setStanding({ state: 'sending', share: 0 });
    const address = `/api/exchange/imports?${new URLSearchParams({ name: file.name })}`;
    try {
      const onSent = (share: number) => !way.signal.aborted && setStanding({ state: 'sending', share });
      const { body } = await postFile(address, file.body, onSent, way.signal);
      const answer = (body ?? {}) as Readonly<{ id?: string; problem?: Problem }>;
      if (answer.id !== undefined) return router.push(importPath(answer.id));
      setStanding(standingAfter(answer.problem));
    } catch {
      if (!way.signal.aborted) setStanding({ state: 'failed', trouble: 'failed' });
    }
  };
  const again = () => given && void send(given);
  const clear = () => {
    under.current?.abort();
    setGiven(undefined);
    setStanding({ state: 'none' });
  };
  return { given, standing, send, again, clear };
}

function standingAfter(problem: Problem | undefined): Standing {
  if (problem?.kind === 'unreadableFile') return { state: 'refused', refusal: problem.refusal };
  const known = (['signedOut', 'forbidden', 'storage'] as const).find((kind) => kind === problem?.kind);
  return { state: 'failed', trouble: known ?? 'failed' };
}
