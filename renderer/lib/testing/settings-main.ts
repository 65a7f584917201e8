import { preferencesWith } from './preferences.ts';
import { FakeMain } from './fake-main.ts';
import { appStateWith } from './app-state.ts';
import type { Preferences, PreferencesInUse } from '#shared/preferences.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';

const refused = problem('bad-setting', { setting: 'prompt', expected: { type: 'other' } });
/** What is shown when a change is refused. */
export const refusal = sentenceOf(refused);

/** A main process that keeps what is changed, but for what a test has it refuse. */
export function keepingMain(
  made: Partial<Preferences> = {},
  refuses: (changed: object) => boolean = () => false,
) {
  let inUse: PreferencesInUse = preferencesWith(made);
  const main = new FakeMain({
    'app-state:read': () => ok(appStateWith()),
    'settings:read': () => ok(inUse),
    'settings:change': (changed) => {
      if (refuses(changed)) return failed(refused);
      inUse = { ...inUse, preferences: { ...inUse.preferences, ...changed } };
      return ok(inUse);
    },
  });
  /** What was asked to be changed, in order. */
  const changes = () =>
    main.requests.flatMap(([channel, changed]) => (channel === 'settings:change' ? [changed] : []));
  return { main, changes };
}
