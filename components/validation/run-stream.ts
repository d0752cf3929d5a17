// One run's updates as the console sends them, event by event. Breaks off where a proxy holds them back or drops them:
// then polling takes over.
import { mergeStages } from '@/lib/mailflow/stage-rows';
import type { RunUpdate } from '@/lib/operations/follow-validation-run';
import type { ValidationRunView } from './validation-query';

type News = Omit<RunUpdate, 'position'>;

/** The console speaks at once when it is asked. */
const FIRST_WORD_MS = 2_000;
/** And every ten seconds where nothing changes. */
const SILENCE_MS = 25_000;

/** What is known of the run after `news`; undefined where they are news of something unknown. */
export function withNews(
  known: ValidationRunView | undefined,
  { whole, run }: News,
): ValidationRunView | undefined {
  if (whole) return run;
  if (!known) return undefined;
  return {
    ...run,
    stages: mergeStages(known.stages, run.stages),
    transcripts: [...known.transcripts, ...run.transcripts],
  };
}

/**
 * Hands on each update until the run is over; throws where the stream fails. A page that nobody sees lets go of its
 * connection, as a browser has few of them for all its tabs.
 */
export function followRun(id: string, signal: AbortSignal, onNews: (news: News) => void): Promise<'over'> {
  return new Promise((over, fail) => {
    let source: EventSource | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(silence);
      source?.close();
      source = undefined;
    };
    const end = (act: () => void): void => {
      leave();
      document.removeEventListener('visibilitychange', look);
      act();
    };
    const broken = (): void => end(() => fail(new Error('The stream of the validation broke off')));
    const expect = (withinMs: number): void => {
      clearTimeout(silence);
      silence = setTimeout(broken, withinMs);
    };
    const listen = (): void => {
      source = new EventSource(`/api/validation-runs/${encodeURIComponent(id)}/events`);
      source.addEventListener('run', ({ data }) => {
        expect(SILENCE_MS);
        onNews(JSON.parse(data) as News);
      });
      source.addEventListener('alive', () => expect(SILENCE_MS));
      source.addEventListener('end', () => end(() => over('over')));
      // The browser asks again by itself, from where it was, unless it was refused.
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED) broken();
        else expect(FIRST_WORD_MS);
      });
      expect(FIRST_WORD_MS);
    };
    const look = (): void => {
      if (document.visibilityState === 'hidden') leave();
      else if (!source) listen();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', () => end(() => fail(signal.reason)), { once: true });
    look();
  });
}
