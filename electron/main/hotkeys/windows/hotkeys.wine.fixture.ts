import * as v from 'valibot';
import { forkWith } from '../../../../test/support/fork.ts';
import { report, serve } from '../../../../tools/desktop-harness/wine/programs/serve.ts';
import { DesktopHotkeys } from '../desktop-hotkeys.ts';
import { RegisteredHotKeys } from './register-hot-key.wine.fixture.ts';

/* The hotkeys of main with the real key watch, for tests. */
const hotkeys = new DesktopHotkeys(
  { fork: forkWith({}), shortcuts: new RegisteredHotKeys(), system: 'windows' },
  report,
  () => undefined,
);

serve({
  bind: (accelerator) =>
    hotkeys.bind({
      action: 'dictate',
      accelerator: v.parse(v.string(), accelerator),
      isHeld: true,
    }),
  dispose: () => hotkeys.dispose(),
});
