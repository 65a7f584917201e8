import * as v from 'valibot';
import type { Shell } from './shell.ts';

const windowSchema = v.object({
  id: v.number(),
  pid: v.number(),
  title: v.string(),
  isX11: v.boolean(),
});

/** A window, as GNOME Shell sees it. */
export type GnomeWindow = v.InferOutput<typeof windowSchema>;

/** The windows of GNOME, in the hands of a test. */
export interface GnomeWindows {
  focused(): Promise<GnomeWindow | null>;
  /** All that are shown, the topmost last. */
  shown(): Promise<GnomeWindow[]>;
  focus(id: number): Promise<void>;
}

/** Describes a window for {@link windowSchema}. */
const describe = `(window => window && {
  id: window.get_id(), pid: window.get_pid(), title: window.get_title() ?? '',
  isX11: window.get_client_type() === imports.gi.Meta.WindowClientType.X11,
})`;

/**
 * A window, or null until it gets keys: an X window has the focus of X before XWayland has given it a
 * surface of Wayland, to which the keys go.
 */
const getsKeys = '(window => window?.get_compositor_private()?.get_texture() ? window : null)';

export function windowsOf(shell: Shell): GnomeWindows {
  return {
    focused: async () =>
      v.parse(
        v.nullable(windowSchema),
        await shell.evaluate(`${describe}(${getsKeys}(global.display.focus_window))`),
      ),
    shown: async () =>
      v.parse(
        v.array(windowSchema),
        await shell.evaluate(`global.get_window_actors().filter(actor => actor.visible)
  .map(actor => ${describe}(actor.meta_window))`),
      ),
    focus: async (id) => {
      await shell.evaluate(`global.get_window_actors().map(actor => actor.meta_window)
  .find(window => window.get_id() === ${id}).activate(global.get_current_time())`);
    },
  };
}
