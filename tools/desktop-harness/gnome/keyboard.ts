import * as v from 'valibot';
import type { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import { keyboardThat, type WaylandKeyboard } from '../wayland/keyboard.ts';

const destination = 'org.gnome.Mutter.RemoteDesktop';
const sessionSchema = v.tuple([v.string()]);

/** A keyboard on GNOME, by an interface of Mutter that only tests use: it asks for no permission. */
export async function openKeyboard(bus: SessionBus): Promise<WaylandKeyboard> {
  const created = await bus.call({
    ...{ destination, path: '/org/gnome/Mutter/RemoteDesktop', interface: destination },
    member: 'CreateSession',
  });
  const [path] = v.parse(sessionSchema, created);
  const session = { destination, path, interface: `${destination}.Session` };
  await bus.call({ ...session, member: 'Start' });
  const keyboard = keyboardThat(
    async (keycode, isDown) => {
      const body = [keycode, isDown];
      await bus.call({ ...session, member: 'NotifyKeyboardKeycode', signature: 'ub', body });
    },
    () => bus.send({ ...session, member: 'Stop' }),
  );
  // The seat has a keyboard from the first key on.
  await keyboard.press('shift');
  return keyboard;
}
