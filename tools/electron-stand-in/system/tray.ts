import { existsSync, readFileSync } from 'node:fs';
import type Electron from 'electron';
import { app } from '../app/app.ts';
import { strictEmitter, type Part } from '../strict.ts';

const pngSignature = '89504e470d0a1a0a';

function checkImage(image: Electron.NativeImage | string): void {
  if (typeof image !== 'string')
    throw new Error('electron stand-in: a tray has its image by its path');
  const isThere = existsSync(image);
  if (!isThere || readFileSync(image).toString('hex', 0, 8) !== pngSignature)
    throw new Error(`Failed to load image from path '${image}'`);
}

/** Electron's `Tray`. It is never visible here; a test can emit `click`. */
export class Tray extends strictEmitter('Tray', ['click']) implements Part<Electron.Tray> {
  #isDestroyed = false;

  constructor(image: Electron.NativeImage | string) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
    this.setImage(image);
  }

  setImage(image: Electron.NativeImage | string): void {
    checkImage(image);
  }

  setToolTip(toolTip: string): void {
    if (typeof toolTip !== 'string') throw new TypeError('a tool tip is text');
  }

  setContextMenu(menu: Electron.Menu | null): void {
    if (menu !== null && !Array.isArray(menu.items)) throw new TypeError('that is no menu');
  }

  destroy(): void {
    this.#isDestroyed = true;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}
