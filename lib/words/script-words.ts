// What stands in a script beside its commands, by a translator of the reader's language.
import type { useTranslations } from 'next-intl';
import type { ScriptWords } from '../exchange/script-codes';

/** `t` speaks the words of `scripts`. */
export const scriptWords =
  (t: ReturnType<typeof useTranslations<'scripts'>>): ScriptWords =>
  (code, params) =>
    t(code, { ...NO_PARAMS, ...params });

/** What any sentence here may name. */
const NO_PARAMS = {
  ...{ name: '', domain: '', setting: '', host: '', port: 0, time: '', version: '', fingerprint: '' },
  ...{ connectors: 0, domains: 0, rules: 0, commands: 0 },
};
