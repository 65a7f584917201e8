import * as v from 'valibot';
import { variantOf, type SessionBus } from '../../dbus/session-bus.ts';

export const gnomeShell = {
  destination: 'org.gnome.Shell',
  path: '/org/gnome/Shell',
};

const activeSchema = v.tuple([variantOf(v.boolean())]);

/** Whether the overview of GNOME Shell is open: it takes the keys before any window. */
export async function isOverviewOpen(bus: SessionBus): Promise<boolean> {
  const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
  const answer = await bus.call({
    ...gnomeShell,
    ...get,
    body: ['org.gnome.Shell', 'OverviewActive'],
  });
  return v.parse(activeSchema, answer)[0];
}
