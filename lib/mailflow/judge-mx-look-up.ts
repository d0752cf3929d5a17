// What the MX records of one domain say, before any of its servers is visited.
import { judgeFailure } from './judge-failure';
import { type Note, stateOf, toFinding, toSpare } from './judge-note';
import { usableExchangers } from './mail-exchangers';
import type { MailExchanger, Observation } from './observation';
import type { ValidationTask } from './verdict';

const NAMES_SHOWN = 6;

/**
 * How the look-up `at` went. `tried` are the servers that were visited, `fallback` those that took the mail though no
 * most preferred one could be used. Records that no sender can use fail the domain only where there are no others.
 */
export function judgeMxLookUp(
  at: Observation | undefined,
  tried: readonly MailExchanger[],
  fallback: readonly string[],
): Pick<ValidationTask, 'state' | 'findings'> {
  if (!at) return { state: 'notRun', findings: [] };
  const failure = judgeFailure(at);
  const unusable = unusableNotes(at.exchangers ?? []).map((note) => toFinding(note, at));
  const notes: Note[] = [
    ...(failure ? [failure] : []),
    ...(at.implicitMx ? [{ code: 'implicitMx' } as const] : []),
    ...tooMany(at.exchangers ?? [], tried),
    ...preferredDown(tried, fallback),
  ];
  const findings = [
    ...notes.map((note) => toFinding(note, at)),
    ...(tried.length > 0 ? unusable.map(toSpare) : unusable),
  ];
  return { state: stateOf(findings), findings };
}

/** One for each kind of flaw. */
function unusableNotes(found: readonly MailExchanger[]): Note[] {
  return (['address', 'root', 'name'] as const).flatMap((flaw): Note[] => {
    const names = found.filter(({ unusable }) => unusable === flaw).map(({ name }) => name);
    return names.length > 0 ? [{ code: 'mxUnusable', params: { flaw, names: shown(names) } }] : [];
  });
}

function tooMany(found: readonly MailExchanger[], tried: readonly MailExchanger[]): Note[] {
  const count = usableExchangers(found).length;
  return count > tried.length ? [{ code: 'mxTooMany', params: { count, tried: tried.length } }] : [];
}

function preferredDown(tried: readonly MailExchanger[], fallback: readonly string[]): Note[] {
  if (fallback.length === 0) return [];
  const preferred = tried.filter(({ preference }) => preference === tried[0]?.preference);
  const params = { failing: shown(preferred.map(({ name }) => name)), working: shown(fallback) };
  return [{ code: 'mxPreferredDown', params }];
}

const shown = (names: readonly string[]): string =>
  names.slice(0, NAMES_SHOWN).join(', ') + (names.length > NAMES_SHOWN ? ', …' : '');
