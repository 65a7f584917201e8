import { choicesWith } from './choices.ts';
import { FakeMain } from './fake-main.ts';
import { setupWith } from './setup.ts';
import type { Choices, ChoicesInUse } from '#shared/choices.ts';
import { failed, ok } from '#shared/result.ts';

/** A main process that keeps what is changed, but for what a test has it refuse. */
export function keepingMain(
  made: Partial<Choices> = {},
  refuses: (changed: object) => boolean = () => false,
) {
  let inUse: ChoicesInUse = choicesWith(made);
  const main = new FakeMain({
    'setup:read': () => ok(setupWith()),
    'settings:read': () => ok(inUse),
    'settings:change': (changed) => {
      if (refuses(changed)) return failed('bad-setting', 'That is out of its range.');
      inUse = { ...inUse, choices: { ...inUse.choices, ...changed } };
      return ok(inUse);
    },
  });
  /** What was asked to be changed, in order. */
  const changes = () =>
    main.requests.flatMap(([channel, changed]) => (channel === 'settings:change' ? [changed] : []));
  return { main, changes };
}
