import type Electron from 'electron';
import { strictly } from '../strict.ts';

/** What of an entry is carried out; anything else would be passed over. */
const known = ['type', 'label', 'enabled', 'click'];

const item = (template: Electron.MenuItemConstructorOptions): Electron.MenuItem => {
  const unknown = Object.keys(template).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`electron stand-in: the menu option ${unknown} is not implemented`);
  const { type = 'normal', label = '', enabled = true, click } = template;
  const made: Electron.MenuItem = strictly<Electron.MenuItem>('MenuItem', {
    ...{ type, label, enabled },
    click: () => click?.(made, undefined, {}),
  });
  // On Linux a menu that was set can be changed no more.
  return Object.freeze(made);
};

/** Menus, which nobody sees here. */
export const Menu = strictly<
  Pick<typeof Electron.Menu, 'setApplicationMenu' | 'buildFromTemplate'>
>('Menu', {
  setApplicationMenu: (menu) => {
    if (menu !== null) throw new Error('electron stand-in: windows have no menu');
  },
  buildFromTemplate: (templates: Electron.MenuItemConstructorOptions[]) =>
    strictly<Electron.Menu>('Menu', { items: templates.map((template) => item(template)) }),
});
