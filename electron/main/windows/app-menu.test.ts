import { expect, test, vi } from 'vitest';
import { setAppMenu } from './app-menu.ts';

/* Electron, which Node does not have. A menu is its template. */
const menus = vi.hoisted(() => [] as unknown[]);
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: (menu: unknown) => menus.push(menu),
  },
}));

test('the menu has no item that zooms or reloads the panel, and on macOS those of every app', () => {
  setAppMenu(false);
  setAppMenu(true);
  expect(menus).toEqual([
    null,
    [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }],
  ]);
});
