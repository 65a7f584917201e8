import { join } from 'node:path';
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import { folders, isMac } from '../lifecycle.ts';
import type { TrayAction, TrayContent, TrayItem } from './content.ts';

/** macOS draws what is called a template in the colour of its menu bar. */
const imagePath = (icon: TrayContent['icon']): string =>
  join(folders.tray, isMac ? `${icon}Template.png` : `${icon}.png`);

/** The icon in the system's tray, with its menu. */
export class TrayIcon {
  readonly #tray = new Tray(imagePath('idle'));
  readonly #act: (action: TrayAction) => void;

  /** @param act does what is chosen from the menu */
  constructor(act: (action: TrayAction) => void) {
    this.#act = act;
    // There a click opens the menu.
    if (!isMac) this.#tray.on('click', () => act('open'));
  }

  /** The menu is made anew, because on Linux one that is shown can no longer be changed. */
  show({ icon, toolTip, items }: TrayContent): void {
    this.#tray.setImage(imagePath(icon));
    this.#tray.setToolTip(toolTip);
    this.#tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.#entry(item))));
  }

  #entry(item: TrayItem): MenuItemConstructorOptions {
    switch (item.type) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'action': {
        const { label, isEnabled, action } = item;
        return { label, enabled: isEnabled, click: () => this.#act(action) };
      }
    }
  }
}
