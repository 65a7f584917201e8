import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { WaylandSession } from '../wayland/session.ts';
import { answered } from '../wayland/until.ts';
import type { Shell } from './shell.ts';

const program = '/usr/libexec/gsd-media-keys';
const schema = 'org.gnome.settings-daemon.plugins.media-keys';
const folder = '/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings';

/**
 * Binds keys to commands as custom shortcuts in GNOME's settings. Its daemon grabs the keys, and starts
 * a command when its key is pressed.
 *
 * @param commands by accelerators such as `<Control><Alt>space`
 */
export async function bindKeys(
  commands: Record<string, string>,
  { session, env, shell }: { session: WaylandSession; env: Record<string, string>; shell: Shell },
): Promise<void> {
  const set = async (...args: [schema: string, key: string, value: string]): Promise<void> => {
    await promisify(execFile)('gsettings', ['set', ...args], { env });
  };
  const paths: string[] = [];
  for (const [binding, command] of Object.entries(commands)) {
    const path = `${folder}/custom${paths.length}/`;
    paths.push(path);
    for (const [key, value] of Object.entries({ name: binding, command, binding }))
      await set(`${schema}.custom-keybinding:${path}`, key, value);
  }
  await set(schema, 'custom-keybindings', JSON.stringify(paths));
  session.start([program], env);
  // The daemon grabs all of its keys with one call.
  await answered('the custom shortcuts', () =>
    shell.evaluate('Main.shellDBusService._grabbedAccelerators.size > 0 || null'),
  );
}
