import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import { answered } from '../wayland/until.ts';

const windowSchema = v.object({
  id: v.string(),
  pid: v.number(),
  title: v.string(),
  isX11: v.boolean(),
});

/** A window, as KWin's own scripts see it. */
export type KwinWindow = v.InferOutput<typeof windowSchema>;

/** The windows of KWin, in the hands of a test. */
export interface KwinWindows {
  focused(): KwinWindow | null;
  focus(id: string): Promise<void>;
}

const scripting = {
  destination: 'org.kde.KWin',
  path: '/Scripting',
  interface: 'org.kde.kwin.Scripting',
};
const report = 'test.CaptionKey.Windows';

/** Runs scripts inside KWin that follow and move its focus. */
export async function openWindows(bus: SessionBus, folder: string): Promise<KwinWindows> {
  let focused: KwinWindow | null = null;
  const reported = Promise.withResolvers<undefined>();
  bus.accept(report, ({ body }) => {
    focused = v.parse(v.nullable(windowSchema), JSON.parse(v.parse(v.string(), body[0])));
    reported.resolve(undefined);
  });
  let count = 0;
  const run = async (source: string): Promise<void> => {
    const file = join(folder, `script-${(count += 1)}.js`);
    writeFileSync(file, source);
    const call = { ...scripting, member: 'loadScript', signature: 'ss' };
    await bus.call({ ...call, body: [file, `test-${count}`] });
    // Runs all that do not run yet; KWin 5 gives one number to two scripts.
    await bus.call({ ...scripting, member: 'start' });
  };
  // KWin has a name on the bus before it can run scripts.
  await answered('scripts of KWin', () =>
    bus
      .call({ ...scripting, member: 'isScriptLoaded', signature: 's', body: ['none'] })
      .then(() => true)
      .catch(() => null),
  );
  await run(`function report(window) {
  callDBus(${JSON.stringify(bus.name)}, '/', '${report}', 'Changed', JSON.stringify(window && {
    id: String(window.internalId), pid: window.pid, title: String(window.caption),
    isX11: Boolean(window.windowId),
  }));
}
workspace.clientActivated.connect(report);
report(workspace.activeClient);`);
  await reported.promise;
  return {
    focused: () => focused,
    focus: (id) =>
      run(`workspace.clientList().forEach(function (window) {
  if (String(window.internalId) === ${JSON.stringify(id)}) workspace.activeClient = window;
});`),
  };
}
