import { Menu, type MenuItemConstructorOptions } from 'electron';

/** macOS needs the menus for paste, hide and quit. */
const macMenus: MenuItemConstructorOptions[] = [
  { role: 'appMenu' },
  { role: 'editMenu' },
  { role: 'windowMenu' },
];

/** Replaces Electron's default menu, which reloads and zooms pages and opens developer tools. */
export function setAppMenu(isMac: boolean): void {
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate(macMenus) : null);
}
