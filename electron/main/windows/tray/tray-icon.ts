import { join } from 'node:path';
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import type { TrayAction } from '#shared/actions.ts';
import { folders } from '../folders.ts';
import { isMac } from '../system.ts';
import {
  menuLabel,
  type TrayChoice,
  type TrayContent,
  type TrayItem,
  type TrayOption,
} from './content.ts';

/** macOS draws a template image in the colour of its menu bar. */
const imagePath = (icon: TrayContent['icon']): string =>
  join(folders.tray, isMac ? `${icon}Template.png` : `${icon}.png`);

/** The icon in the system's tray, with its menu. */
export class TrayIcon {
  readonly #tray = new Tray(imagePath('idle'));
  readonly #act: (action: TrayAction) => void;
  readonly #choose: (choice: TrayChoice) => void;

  /** @param act carries out the chosen item */
  constructor(act: (action: TrayAction) => void, choose: (choice: TrayChoice) => void) {
    this.#act = act;
    this.#choose = choose;
    // On macOS a click opens the menu.
    if (!isMac) this.#tray.on('click', () => act('open'));
  }

  /** Creates another menu each time, because on Linux a menu that was shown cannot change. */
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
        return { label: menuLabel(item.label), enabled: false };
      case 'action': {
        const { label, isEnabled, action, accelerator } = item;
        return {
          ...{ label: menuLabel(label), enabled: isEnabled, click: () => this.#act(action) },
          // The hotkeys register it, so the menu only shows it.
          ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
        };
      }
      case 'menu':
        return {
          label: menuLabel(item.label),
          submenu: item.options.map((option) => this.#option('radio', option)),
        };
      case 'switch':
        return this.#option('checkbox', item.option);
    }
  }

  #option(
    type: 'radio' | 'checkbox',
    { label, isChosen, choice }: TrayOption,
  ): MenuItemConstructorOptions {
    return { type, label: menuLabel(label), checked: isChosen, click: () => this.#choose(choice) };
  }
}
