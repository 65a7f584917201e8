import type Electron from 'electron';
import { strictly } from '../strict.ts';

/** The implemented options of an item. */
const known = [
  ...['type', 'label', 'enabled', 'click', 'checked', 'submenu'],
  ...['accelerator', 'registerAccelerator'],
];

const item = (template: Electron.MenuItemConstructorOptions): Electron.MenuItem => {
  const unknown = Object.keys(template).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`electron stand-in: the menu option ${unknown} is not implemented`);
  const { label = '', enabled = true, checked = false, accelerator, click } = template;
  const submenu = Array.isArray(template.submenu) ? menuOf(template.submenu) : undefined;
  const type = template.type ?? (submenu === undefined ? 'normal' : 'submenu');
  const made: Electron.MenuItem = strictly<Electron.MenuItem>('MenuItem', {
    ...{ type, label, enabled, checked },
    ...(accelerator === undefined ? {} : { accelerator }),
    ...(submenu === undefined ? {} : { submenu }),
    click: () => click?.(made, undefined, {}),
  });
  // On Linux, a menu cannot be changed after it is set.
  return Object.freeze(made);
};

function menuOf(templates: Electron.MenuItemConstructorOptions[]): Electron.Menu {
  return strictly<Electron.Menu>('Menu', { items: templates.map((template) => item(template)) });
}

/** Electron's `Menu`. Menus are never visible here. */
export const Menu = strictly<
  Pick<typeof Electron.Menu, 'setApplicationMenu' | 'buildFromTemplate'>
>('Menu', {
  setApplicationMenu: (menu) => {
    if (menu !== null) throw new Error('electron stand-in: windows have no menu');
  },
  buildFromTemplate: menuOf,
});
